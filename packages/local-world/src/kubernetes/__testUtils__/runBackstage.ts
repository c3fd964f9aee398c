import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import kubernetesPlugin from '@backstage/plugin-kubernetes-backend';
import { component } from './component';

/**
 * A backend with nothing but Backstage's own Kubernetes plugin, as app-config.local-world.yaml configures it.
 * It runs in a process of its own, because the plugin loads its client with `import()`, which Jest refuses.
 */
async function main(url: string): Promise<void> {
  const backend = await startTestBackend({
    features: [
      kubernetesPlugin,
      catalogServiceMock.factory({ entities: [component] }),
      mockServices.rootConfig.factory({
        data: {
          kubernetes: {
            serviceLocatorMethod: { type: 'multiTenant' },
            clusterLocatorMethods: [
              {
                type: 'config',
                clusters: ['dev-eks', 'prod-eks'].map(name => ({
                  name,
                  url: `${url}/clusters/${name}`,
                  authProvider: 'serviceAccount',
                  serviceAccountToken: 'slipway-local-kubernetes-token',
                  skipTLSVerify: true,
                })),
              },
            ],
          },
        },
      }),
    ],
  });
  process.stdout.write(`port ${backend.server.port()}\n`);
  process.stdin
    .resume()
    .once('end', () => backend.stop().then(() => process.exit()));
}

main(process.argv[2]).catch(error => {
  process.stderr.write(`${error}\n`);
  process.exit(1);
});
