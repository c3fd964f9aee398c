import { globSync } from 'node:fs';
import { join } from 'node:path';
import { requireTool } from '@slipway/local-world';
import { parseAllDocuments } from 'yaml';
import { repositoryRoot } from '../__testUtils__/goldenBackend';
import { runTool } from '../__testUtils__/tools';

jest.setTimeout(300_000);

const overlays = globSync('gitops/apps/*/overlays/*', {
  cwd: repositoryRoot,
}).map(path => join(repositoryRoot, path));

interface Manifest {
  readonly kind: string;
  readonly metadata: {
    readonly namespace?: string;
    readonly labels?: Record<string, string>;
  };
  readonly spec: {
    readonly template: {
      readonly metadata: { readonly labels: Record<string, string> };
      readonly spec: {
        readonly serviceAccountName: string;
        readonly securityContext: object;
        readonly containers: Array<{
          readonly image: string;
          readonly securityContext: object;
          readonly resources: object;
          readonly env: Array<{ name: string; value: string }>;
        }>;
      };
    };
  };
}

describe('the demo on EKS', () => {
  it.each(overlays.map(path => [path.split('/').slice(-3).join('/'), path]))(
    'gives manifests that pass the restricted Pod Security Standard: %s',
    (_, path) => {
      const hasKubectl = runTool(
        'kubectl',
        ['kustomize', '--help'],
        repositoryRoot,
      );
      if (!requireTool('kubectl', hasKubectl.ok, 'kubectl kustomize')) return;
      const { ok, output } = runTool(
        'kubectl',
        ['kustomize', path],
        repositoryRoot,
      );
      expect(`${ok}: ${output}`).toMatch(/^true/);
      const manifests: Manifest[] = parseAllDocuments(output).map(document =>
        document.toJS(),
      );
      const [deployment] = manifests.filter(
        ({ kind }) => kind === 'Deployment',
      );
      const { template } = deployment.spec;
      expect(template.spec.securityContext).toMatchObject({
        runAsNonRoot: true,
        seccompProfile: { type: 'RuntimeDefault' },
      });
      for (const container of template.spec.containers) {
        expect(container.securityContext).toEqual({
          allowPrivilegeEscalation: false,
          readOnlyRootFilesystem: true,
          capabilities: { drop: ['ALL'] },
        });
        expect(container.resources).toMatchObject({
          requests: { cpu: expect.anything(), memory: expect.anything() },
          limits: { memory: expect.anything() },
        });
        expect(container.image).toMatch(/:[\w.-]+$/);
        expect(container.env.map(({ name }) => name)).toEqual(
          expect.arrayContaining([
            'AWS_REGION',
            'OTEL_SERVICE_NAME',
            expect.stringMatching(/^QUEUE_.+_URL$/),
          ]),
        );
      }
      expect(template.metadata.labels).toHaveProperty([
        'backstage.io/kubernetes-id',
      ]);
      expect(manifests.map(({ kind }) => kind)).toEqual(
        expect.arrayContaining([
          'NetworkPolicy',
          'PodDisruptionBudget',
          'Service',
          'ServiceAccount',
        ]),
      );
      expect(
        new Set(manifests.map(({ metadata }) => metadata.namespace)),
      ).toEqual(new Set(['order-system']));
    },
  );
});
