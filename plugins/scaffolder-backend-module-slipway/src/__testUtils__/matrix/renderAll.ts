import { TestBackend } from '@backstage/backend-test-utils';
import { JsonObject } from '@backstage/types';
import {
  goldenEntities,
  preview,
  repositoryRoot,
  startGoldenBackend,
} from '../goldenBackend';
import { MemoryTree } from '../MemoryTree';
import { readTextFiles } from '../readTextFiles';
import { CheckOutcome } from './Check';
import { checkCatalog } from './checkCatalog';
import { Combination } from './combinations';
import { startCatalog } from './startCatalog';
import { Workspace } from './Workspace';

type Preview = Awaited<ReturnType<typeof preview>>;
type Catalog = Awaited<ReturnType<typeof startCatalog>>;

/** Renders combinations as the form's preview does, writes what came out, and shows its entities to the catalog. */
export async function renderAll(
  combinations: readonly Combination[],
  workspace: Workspace,
): Promise<CheckOutcome[]> {
  const scaffolder = await startGoldenBackend({
    tree: new MemoryTree(
      readTextFiles(repositoryRoot, [
        'terraform/modules',
        'terraform/live/dev/environment',
        'terraform/live/prod/environment',
        'gitops/components',
      ]),
    ),
    // What combinations send to belongs to somebody else, in every environment.
    entities: [
      ...goldenEntities(),
      {
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'Resource',
        metadata: { name: 'prod-orders-created', namespace: 'default' },
      },
    ],
  });
  const catalog = await startCatalog();
  try {
    const outcomes: CheckOutcome[] = [];
    for (const combination of combinations) {
      const started = Date.now();
      const { name } = combination;
      const rendered = await renderOne(scaffolder, combination);
      const seconds = (Date.now() - started) / 1000;
      workspace.add(name, rendered.files);
      const problem = renderProblem(rendered);
      outcomes.push({
        name,
        check: 'render',
        seconds,
        ...(problem && { problem }),
      });
      outcomes.push(...(await checkEntities(catalog, name, rendered)));
    }
    return outcomes;
  } finally {
    await scaffolder.stop();
    await catalog.backend.stop();
  }
}

function renderOne(
  backend: TestBackend,
  { templateRef, answers }: Combination,
): Promise<Preview> {
  const template = templateRef.replace('template:default/', '');
  const values: JsonObject = JSON.parse(JSON.stringify(answers));
  return preview(backend, template, values);
}

async function checkEntities(
  { backend, files }: Catalog,
  name: string,
  rendered: Preview,
): Promise<CheckOutcome[]> {
  const found = [...rendered.files].map(([file, content]) => {
    const [kind, ...rest] = file.split('/');
    const path = rest.join('/');
    if (kind === 'service') files.put(name, path, content);
    const repository =
      kind === 'service' ? `acme/${name}` : 'acme/infrastructure';
    return { name, repository, path, content };
  });
  const entities = found.filter(
    ({ path }) => path.startsWith('catalog/') || path === 'catalog-info.yaml',
  );
  const outcomes: CheckOutcome[] = [];
  for (const file of entities) {
    outcomes.push(await checkCatalog(backend, file));
  }
  return outcomes;
}

function renderProblem(rendered: Preview): string | undefined {
  const { status, message, files, findings } = rendered;
  if (status !== 200) return `The preview answered ${status}: ${message}`;
  const errors = findings.filter(({ severity }) => severity === 'error');
  const unrendered = [...files].filter(
    ([path, text]) =>
      !path.includes('/.github/workflows/') && /\$\{\{|\{%/.test(text),
  );
  const problems = [
    ...errors.map(({ file, message: text }) => `${file}: ${text}`),
    ...unrendered.map(([path]) => `${path} holds an expression`),
  ];
  return problems.length > 0 ? problems.join('\n') : undefined;
}
