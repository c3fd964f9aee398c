import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import {
  argoClientsServiceRef,
  awsClientsServiceRef,
  entityResourcesServiceRef,
  environmentsServiceRef,
  fetchEngineServiceRef,
} from '@slipway/platform-node';
import { deploymentsPermissions } from '@slipway/plugin-deployments-common';
import { createDeploymentsService } from './createDeploymentsService';
import { createRouter } from './router';

/** What runs where: Argo CD applications and ECS services in one model. @public */
export const deploymentsPlugin = createBackendPlugin({
  pluginId: 'slipway-deployments',
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        resources: entityResourcesServiceRef,
        environments: environmentsServiceRef,
        engine: fetchEngineServiceRef,
        argo: argoClientsServiceRef,
        aws: awsClientsServiceRef,
      },
      async init({
        httpAuth,
        httpRouter,
        permissions,
        permissionsRegistry,
        ...deps
      }) {
        permissionsRegistry.addPermissions(deploymentsPermissions);
        const service = createDeploymentsService(deps);
        httpRouter.use(createRouter({ httpAuth, permissions, service }));
      },
    });
  },
});
