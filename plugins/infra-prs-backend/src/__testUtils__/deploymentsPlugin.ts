import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { DeploymentsResponse } from '@slipway/plugin-deployments-common';
import Router from 'express-promise-router';

/** How the other plugin answers: with deployments, a status, or never. */
export interface DeploymentsStandIn {
  answer: DeploymentsResponse | number | 'never';
  /** Who asked for what. */
  readonly asked: Array<{ path: string; principal: string }>;
}

/** A plugin in the place of slipway-deployments that speaks its contract over HTTP. */
export function deploymentsPlugin(standIn: DeploymentsStandIn) {
  return createBackendPlugin({
    pluginId: 'slipway-deployments',
    register(env) {
      env.registerInit({
        deps: {
          httpAuth: coreServices.httpAuth,
          httpRouter: coreServices.httpRouter,
        },
        async init({ httpAuth, httpRouter }) {
          const router = Router();
          router.get('*', async (req, res) => {
            const { principal } = await httpAuth.credentials(req);
            const { userEntityRef, subject } = Object(principal);
            const name = String(userEntityRef ?? subject);
            standIn.asked.push({ path: req.path, principal: name });
            const { answer } = standIn;
            if (answer === 'never') return;
            if (typeof answer === 'number') res.status(answer).json({});
            else res.json(answer);
          });
          httpRouter.use(router);
        },
      });
    },
  });
}
