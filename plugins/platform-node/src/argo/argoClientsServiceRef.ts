import {
  coreServices,
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import { ConfigArgoClients } from './ConfigArgoClients';
import { ArgoClients } from './types';

/** Argo CD clients of a plugin. @public */
export const argoClientsServiceRef = createServiceRef<ArgoClients>({
  id: 'slipway.argo-clients',
  scope: 'plugin',
  defaultFactory: async service =>
    createServiceFactory({
      service,
      deps: { config: coreServices.rootConfig },
      factory: ({ config }) => ConfigArgoClients.fromConfig(config),
    }),
});
