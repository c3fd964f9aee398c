import { demoEnvironments } from '../demo/environments';
import { RunningWorld } from '../startWorld';

function environmentsConfig(endpoint: string) {
  return demoEnvironments.map(environment => ({
    name: environment.name,
    account: environment.account,
    region: environment.region,
    ecs: { cluster: environment.ecsCluster },
    eks: { cluster: environment.eksCluster },
    argocd: { instance: environment.argoInstance },
    amp: { workspace: environment.ampWorkspace, endpoint },
    infrastructure: { path: environment.infrastructurePath },
  }));
}

/** Config of a backend that reads a running world, as app-config.local-world.yaml has it. */
export function worldConfig({ urls }: Pick<RunningWorld, 'urls'>) {
  return {
    slipway: {
      infrastructure: {
        repo: `${new URL(urls.github).host}/acme/infrastructure`,
      },
      environments: environmentsConfig(urls.amp),
    },
    integrations: {
      github: [
        {
          host: new URL(urls.github).host,
          apiBaseUrl: `${urls.github}/api/v3`,
          token: 'slipway-local-bot-token',
        },
      ],
    },
    aws: {
      mainAccount: {
        region: 'eu-west-1',
        accessKeyId: 'AKIALOCALWORLD000000',
        secretAccessKey: 'local-world-secret',
      },
      accountDefaults: { roleName: 'slipway' },
    },
    argocd: {
      appLocatorMethods: [
        {
          type: 'config',
          instances: demoEnvironments.map(({ argoInstance }) => ({
            name: argoInstance,
            url: `${urls.argocd}/${argoInstance}`,
            token: 'slipway-local-argocd-token',
          })),
        },
      ],
    },
  };
}
