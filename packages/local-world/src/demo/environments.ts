import { WorldEnvironment } from '../world/types';

/** The environments of the demo; app-config.local-world.yaml names the same. */
export const demoEnvironments: readonly WorldEnvironment[] = [
  {
    name: 'dev',
    account: '111111111111',
    region: 'eu-west-1',
    ecsCluster: 'dev',
    eksCluster: 'dev-eks',
    argoInstance: 'dev',
    ampWorkspace: 'ws-11111111-dev0-4000-8000-000000000001',
    infrastructurePath: 'terraform/live/dev',
  },
  {
    name: 'prod',
    account: '222222222222',
    region: 'eu-west-1',
    ecsCluster: 'prod',
    eksCluster: 'prod-eks',
    argoInstance: 'prod',
    ampWorkspace: 'ws-22222222-prod-4000-8000-000000000002',
    infrastructurePath: 'terraform/live/prod',
  },
];
