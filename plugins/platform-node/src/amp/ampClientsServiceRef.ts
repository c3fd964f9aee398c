import {
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import { awsClientsServiceRef } from '../aws/awsClientsServiceRef';
import { DefaultAmpClients } from './DefaultAmpClients';
import { AmpClients } from './types';

/** AMP clients of a plugin. @public */
export const ampClientsServiceRef = createServiceRef<AmpClients>({
  id: 'slipway.amp-clients',
  scope: 'plugin',
  defaultFactory: async service =>
    createServiceFactory({
      service,
      deps: { awsClients: awsClientsServiceRef },
      factory: deps => DefaultAmpClients.create(deps),
    }),
});
