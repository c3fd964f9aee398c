import { Entity } from '@backstage/catalog-model';
import { SourceResult } from '@slipway/platform-common';
import { Deployment } from '@slipway/plugin-deployments-common';

export const entity: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'orders', annotations: { 'argocd/app-name': 'orders' } },
  spec: { type: 'service' },
};

const sha = 'b'.repeat(40);

/** A healthy deployment, unless `values` says otherwise. */
export function deployment(
  environment: string,
  values: Partial<Deployment> = {},
): SourceResult<Deployment> {
  const revision = {
    sha,
    url: `https://git.example/acme/infrastructure/commit/${sha}`,
    message: 'Raise memory',
    author: 'Olivia Ortega',
    pullRequest: { number: 12, title: 'Raise memory', url: '/infra-prs/12' },
  };
  return {
    state: 'ok',
    asOf: '2026-01-02T10:01:00.000Z',
    source: { upstream: 'argocd', environment, target: 'orders' },
    data: {
      environment,
      platform: 'argocd',
      name: 'orders',
      phase: 'healthy',
      summary: 'Live matches main@bbbbbbb',
      sync: 'Synced',
      health: 'Healthy',
      revision,
      deployedAt: '2026-01-02T10:00:00Z',
      images: ['registry.example/orders:1.2.3'],
      consoleUrl: 'https://argo.example/applications/argocd/orders',
      history: [
        {
          id: '2',
          revision,
          deployedAt: '2026-01-02T10:00:00Z',
          initiatedBy: 'Automatic sync',
        },
      ],
      resources: [],
      events: [],
      ...values,
    },
  };
}

/** An entity that does not run there. */
export function absent(environment: string): SourceResult<Deployment> {
  return deployment(environment, {
    phase: 'missing',
    summary: `Not deployed to ${environment} yet`,
    sync: undefined,
    health: undefined,
    revision: undefined,
    deployedAt: undefined,
    consoleUrl: undefined,
    images: [],
    history: [],
  });
}
