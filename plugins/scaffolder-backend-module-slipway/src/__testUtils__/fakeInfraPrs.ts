import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import express from 'express';

/** Stands where plugin-infra-prs-backend does. */
export function fakeInfraPrs(recorded: unknown[], answer: { status: number }) {
  return createBackendPlugin({
    pluginId: 'slipway-infra-prs',
    register(env) {
      env.registerInit({
        deps: {
          httpAuth: coreServices.httpAuth,
          httpRouter: coreServices.httpRouter,
        },
        async init({ httpAuth, httpRouter }) {
          const app = express();
          app.post('/v1/requests', express.json(), async (req, res) => {
            const { principal } = await httpAuth.credentials(req, {
              allow: ['user'],
            });
            if (answer.status === 200) {
              recorded.push({ by: principal.userEntityRef, ...req.body });
            }
            res.status(answer.status).json({});
          });
          httpRouter.use(app);
        },
      });
    },
  });
}
