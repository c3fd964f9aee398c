import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { policyExtensionPoint } from '@backstage/plugin-permission-node/alpha';
import { readAdmins } from './readAdmins';
import { SlipwayPolicy } from './SlipwayPolicy';

/**
 * Sets the default permission policy.
 * @public
 */
export const permissionModuleSlipway = createBackendModule({
  pluginId: 'permission',
  moduleId: 'slipway-policy',
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        policy: policyExtensionPoint,
        userInfo: coreServices.userInfo,
      },
      async init({ config, policy, userInfo }) {
        const admins = readAdmins(config);
        policy.setPolicy(new SlipwayPolicy({ userInfo, admins }));
      },
    });
  },
});
