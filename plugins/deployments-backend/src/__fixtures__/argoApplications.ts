/** A commit id made of one digit. */
export const commit = (digit: string) => digit.repeat(40);

/** An Application as Argo CD lists it, Synced and Healthy unless `status` says otherwise. */
export function argoApplication(
  name: string,
  status: Record<string, unknown> = {},
  labels: Record<string, string> = {},
) {
  return {
    metadata: { name, namespace: 'argocd', labels },
    spec: {
      project: 'orders',
      destination: { name: 'dev-eks' },
      source: {
        repoURL: 'https://git.example/acme/infrastructure.git',
        targetRevision: 'main',
      },
    },
    status: {
      sync: { status: 'Synced', revision: commit('b') },
      health: { status: 'Healthy' },
      history: [
        {
          id: 1,
          revision: commit('a'),
          deployedAt: '2026-01-01T10:00:00Z',
          initiatedBy: { username: 'pat' },
        },
        {
          id: 2,
          revision: commit('b'),
          deployedAt: '2026-01-02T10:00:00Z',
          initiatedBy: { automated: true },
        },
      ],
      operationState: {
        phase: 'Succeeded',
        message: 'successfully synced',
        finishedAt: '2026-01-02T10:00:00Z',
      },
      summary: { images: ['registry.example/orders:1.2.3'] },
      ...status,
    },
  };
}
