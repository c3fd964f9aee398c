import { TestBackend } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { JsonObject } from '@backstage/types';
import { goldenEntities, preview, startGoldenBackend } from '../goldenBackend';
import { MemoryTree } from '../MemoryTree';
import { componentEntity, mergeFiles, queueEntity } from '../secondDay';
import { CheckOutcome } from './Check';
import { checkEntities } from './checkEntities';
import { Combination, FilledForm } from './combinations';
import { startCatalog } from './startCatalog';
import { Workspace } from './Workspace';

type Preview = Awaited<ReturnType<typeof preview>>;
type Catalog = Awaited<ReturnType<typeof startCatalog>>;

interface RenderContext {
  readonly scaffolder: TestBackend;
  readonly catalog: Catalog;
  readonly workspace: Workspace;
  readonly tree: MemoryTree;
}

/** Renders combinations as the form's preview does, writes what came out, and shows its entities to the catalog. */
export async function renderAll(
  combinations: readonly Combination[],
  workspace: Workspace,
): Promise<CheckOutcome[]> {
  const catalog = await startCatalog();
  const tree = MemoryTree.withPlatform();
  const withBackend = async (
    more: readonly Entity[],
    task: (context: RenderContext) => Promise<CheckOutcome[]>,
  ) => {
    // What combinations send to belongs to somebody else, in every environment.
    const entities = [...goldenEntities(), queueEntity('prod-orders-created')];
    const scaffolder = await startGoldenBackend({
      tree,
      entities: [...entities, ...more],
    });
    return task({ scaffolder, catalog, workspace, tree }).finally(() =>
      scaffolder.stop(),
    );
  };
  try {
    const first = await withBackend([], context =>
      inTurn(combinations, it => renderOne(it.name, it.request, context)),
    );
    const later = combinations.filter(({ then }) => then.length > 0);
    const components = later.map(({ name }) => componentEntity(name));
    const second = await withBackend(components, context =>
      inTurn(later, ({ name, then }) =>
        inTurn(then, form => renderOne(name, form, context)),
      ),
    );
    return [...first, ...second];
  } finally {
    await catalog.backend.stop();
  }
}

async function inTurn<T>(
  items: readonly T[],
  task: (item: T) => Promise<CheckOutcome[]>,
): Promise<CheckOutcome[]> {
  const outcomes: CheckOutcome[] = [];
  for (const item of items) outcomes.push(...(await task(item)));
  return outcomes;
}

async function renderOne(
  name: string,
  { template, answers }: FilledForm,
  { scaffolder, catalog, workspace, tree }: RenderContext,
): Promise<CheckOutcome[]> {
  const started = Date.now();
  const values: JsonObject = JSON.parse(JSON.stringify(answers));
  const rendered = await preview(scaffolder, template, values);
  const seconds = (Date.now() - started) / 1000;
  workspace.add(name, rendered.files);
  if (template !== 'static-site') mergeFiles(tree, rendered.files);
  const problem = renderProblem(rendered);
  const outcome = { name, check: `render ${template}`, seconds };
  return [
    { ...outcome, ...(problem && { problem }) },
    ...(await checkEntities(catalog, name, rendered.files)),
  ];
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
    ...(files.size === 0 ? ['Nothing was rendered'] : []),
  ];
  return problems.length > 0 ? problems.join('\n') : undefined;
}
