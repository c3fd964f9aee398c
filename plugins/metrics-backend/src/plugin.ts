import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import {
  ampClientsServiceRef,
  awsClientsServiceRef,
  entityResourcesServiceRef,
  fetchEngineServiceRef,
} from '@slipway/platform-node';
import { metricsPermissions } from '@slipway/plugin-metrics-common';
import { RangeQueryClient } from './clients/RangeQueryClient';
import { CloudWatchAlarmsClient } from './clients/CloudWatchAlarmsClient';
import { createRouter } from './router';
import { createSources } from './services/createSources';
import { DefaultEntityMetricsService } from './services/DefaultEntityMetricsService';
import { GoldenSignalsReader } from './services/GoldenSignalsReader';

/** Golden signals from AMP and alarms from CloudWatch. @public */
export const metricsPlugin = createBackendPlugin({
  pluginId: 'slipway-metrics',
  register(env) {
    env.registerInit({
      deps: {
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        resources: entityResourcesServiceRef,
        engine: fetchEngineServiceRef,
        amp: ampClientsServiceRef,
        aws: awsClientsServiceRef,
      },
      async init(deps) {
        deps.permissionsRegistry.addPermissions(metricsPermissions);
        const sources = createSources(deps.engine, {
          reader: new GoldenSignalsReader(new RangeQueryClient(deps.amp)),
          alarms: new CloudWatchAlarmsClient(deps.aws),
        });
        const service = DefaultEntityMetricsService.create({
          resources: deps.resources,
          sources,
        });
        deps.httpRouter.use(
          createRouter({
            httpAuth: deps.httpAuth,
            permissions: deps.permissions,
            service,
          }),
        );
      },
    });
  },
});
