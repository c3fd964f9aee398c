import {
  coreServices,
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import { DefaultAwsCredentialsManager } from '@backstage/integration-aws-node';
import { DefaultAwsClients } from './DefaultAwsClients';
import { AwsClients } from './types';

/**
 * AWS SDK clients of a plugin. The SDK's own `AWS_ENDPOINT_URL` is the only way to point them elsewhere.
 * @public
 */
export const awsClientsServiceRef = createServiceRef<AwsClients>({
  id: 'slipway.aws-clients',
  scope: 'plugin',
  defaultFactory: async service =>
    createServiceFactory({
      service,
      deps: { config: coreServices.rootConfig },
      factory: ({ config }) =>
        DefaultAwsClients.create({
          credentialsManager: DefaultAwsCredentialsManager.fromConfig(config),
        }),
    }),
});
