import { JsonObject } from '@backstage/types';

const environment = (
  name: string,
  title: string,
  account: string,
  protection: string,
): JsonObject => ({
  name,
  title,
  account,
  region: 'eu-west-1',
  ecs: { cluster: name },
  eks: { cluster: `${name}-eks` },
  argocd: { instance: name },
  infrastructure: { path: `terraform/live/${name}` },
  protection,
});

/** The environments of the demo, and GitHub as most know it. */
export const exampleConfig: JsonObject = {
  backend: { baseUrl: 'http://localhost:0' },
  integrations: {
    github: [{ host: 'github.com', token: 'golden-test-token' }],
  },
  slipway: {
    infrastructure: { repo: 'github.com/acme/infrastructure' },
    environments: [
      environment('dev', 'Development', '111111111111', 'none'),
      environment('prod', 'Production', '222222222222', 'reviewed'),
    ],
  },
};
