import { startTestBackend } from '@backstage/backend-test-utils';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import { JsonObject } from '@backstage/types';
import { preview, startGoldenBackend } from '../goldenBackend';
import { findProviderMirror } from '../tools';
import { buildService, servicesToBuild } from './buildService';
import { CheckOutcome, inParallel } from './Check';
import { checkCatalog } from './checkCatalog';
import { checkKustomize } from './checkKustomize';
import { checkTerraform } from './checkTerraform';
import { Combination } from './combinations';
import { Workspace } from './Workspace';

/** What a run of the matrix does besides rendering and checking files. */
export interface MatrixOptions {
  /** Build and test the code of some services with the tools of their runtimes. */
  readonly build: boolean;
  readonly log: (line: string) => void;
}

/** Renders combinations through the real scaffolder and has the real tools check what came out. */
export async function runMatrix(
  combinations: readonly Combination[],
  options: MatrixOptions,
): Promise<CheckOutcome[]> {
  const workspace = Workspace.create();
  try {
    const rendered = await renderAll(combinations, workspace, options);
    const done = (what: string, outcomes: readonly CheckOutcome[]) => {
      const failed = outcomes.filter(({ problem }) => problem).length;
      options.log(`${what}: ${outcomes.length} checked, ${failed} failed`);
      return outcomes;
    };
    const overlays = await checkKustomize(
      workspace.folder,
      workspace.foldersWith('kustomization.yaml', /\/overlays\//),
    );
    done('kustomize and schemas', overlays);
    const roots = await checkTerraform(
      workspace.folder,
      workspace.foldersWith('main.tf', /\/services\//),
      findProviderMirror(),
    );
    done('terraform fmt, init, validate, plan', roots);
    const builds = options.build
      ? await inParallel(servicesToBuild(combinations), 2, service =>
          buildService(workspace.folder, service),
        )
      : [];
    if (options.build) done('builds and tests of services', builds);
    return [...rendered, ...overlays, ...roots, ...builds];
  } finally {
    workspace.remove();
  }
}

async function renderAll(
  combinations: readonly Combination[],
  workspace: Workspace,
  { log }: MatrixOptions,
): Promise<CheckOutcome[]> {
  const scaffolder = await startGoldenBackend();
  const catalog = await startTestBackend({ features: [catalogPlugin] });
  try {
    const outcomes: CheckOutcome[] = [];
    for (const combination of combinations) {
      const { name, answers, templateRef } = combination;
      const started = Date.now();
      const template = templateRef.replace('template:default/', '');
      const values: JsonObject = JSON.parse(JSON.stringify(answers));
      const rendered = await preview(scaffolder, template, values);
      workspace.add(name, rendered.files);
      const problem = renderProblem(rendered);
      outcomes.push({
        name,
        check: 'render',
        seconds: (Date.now() - started) / 1000,
        ...(problem && { problem }),
      });
      for (const [file, content] of rendered.files) {
        if (!/^infrastructure\/catalog\/|\/catalog-info\.yaml$/.test(file))
          continue;
        const entities = { name, path: file, content };
        outcomes.push(await checkCatalog(catalog, entities));
      }
    }
    log(`${combinations.length} rendered by the scaffolder`);
    return outcomes;
  } finally {
    await scaffolder.stop();
    await catalog.stop();
  }
}

function renderProblem(
  rendered: Awaited<ReturnType<typeof preview>>,
): string | undefined {
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
