import { findProviderMirror } from '../tools';
import { buildService, servicesToBuild } from './buildService';
import { CheckOutcome, inParallel } from './Check';
import { checkKustomize } from './checkKustomize';
import { checkTerraform } from './checkTerraform';
import { Combination } from './combinations';
import { renderAll } from './renderAll';
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
    const rendered = await renderAll(combinations, workspace);
    options.log(`${combinations.length} rendered by the scaffolder`);
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
