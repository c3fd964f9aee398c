import {
  coreServices,
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import { Environments } from './types';
import { ConfigEnvironments } from './ConfigEnvironments';

/** The environments of app-config. A wrong `slipway.environments` fails the plugin's start. @public */
export const environmentsServiceRef = createServiceRef<Environments>({
  id: 'slipway.environments',
  scope: 'plugin',
  defaultFactory: async service =>
    createServiceFactory({
      service,
      deps: { config: coreServices.rootConfig },
      factory: ({ config }) => ConfigEnvironments.fromConfig(config),
    }),
});
