import { requireTool } from '@slipway/local-world';
import { findProviderMirror } from '../tools';
import { buildService, toolsToBuild } from './buildService';
import { CheckOutcome, inParallel } from './Check';
import { checkKustomize } from './checkKustomize';
import { checkTerraform } from './checkTerraform';
import { Combination } from './combinations';
import { hasTool } from './hasTool';
import { renderAll } from './renderAll';
import { rootsToPlan } from './rootsToPlan';
import { servicesToBuild } from './servicesToBuild';
import { Workspace } from './Workspace';

/** What a run of the matrix does besides rendering and checking files. */
export interface MatrixOptions {
  /** Services that are built and tested with the tools of their runtimes. */
  readonly build: 'none' | 'few' | 'all';
  /** Environments of each combination that Terraform plans. */
  readonly plan: 'one' | 'all';
  /** Leave what was rendered where it is. */
  readonly keep: boolean;
  readonly log: (line: string) => void;
}

/** Renders combinations through the real scaffolder and has the real tools check what came out. */
export async function runMatrix(
  combinations: readonly Combination[],
  options: MatrixOptions,
): Promise<CheckOutcome[]> {
  const workspace = Workspace.create();
  const has: ToolCheck = (tool, what) => {
    const found = requireTool(tool, hasTool(tool), what);
    if (!found) options.log(`SKIPPED ${what}: no ${tool}`);
    return found;
  };
  const steps: Readonly<Record<string, () => Promise<CheckOutcome[]>>> = {
    'rendered by the scaffolder': () => renderAll(combinations, workspace),
    'kustomize and schemas': () => overlays(workspace, has),
    'terraform fmt, init, validate, plan': () =>
      roots(workspace, has, options.plan),
    'builds and tests of services': () =>
      builds(workspace, has, servicesFor(combinations, options)),
  };
  try {
    const outcomes: CheckOutcome[] = [];
    for (const [what, step] of Object.entries(steps)) {
      const started = Date.now();
      const done = await step();
      outcomes.push(...done);
      const failed = done.filter(({ problem }) => problem).length;
      const seconds = Math.round((Date.now() - started) / 1000);
      options.log(
        `${what}: ${done.length} checked, ${failed} failed, ${seconds} s`,
      );
    }
    return outcomes;
  } finally {
    if (options.keep) options.log(`Rendered files are in ${workspace.folder}`);
    else workspace.remove();
  }
}

/** Whether a tool is here; says so where it is not. */
type ToolCheck = (tool: string, what: string) => boolean;

async function overlays(
  workspace: Workspace,
  has: ToolCheck,
): Promise<CheckOutcome[]> {
  if (!has('kubectl', 'kubectl kustomize')) return [];
  return checkKustomize(
    workspace.folder,
    workspace.foldersWith('kustomization.yaml', /\/overlays\//),
  );
}

async function roots(
  workspace: Workspace,
  has: ToolCheck,
  extent: MatrixOptions['plan'],
): Promise<CheckOutcome[]> {
  if (!has('terraform', 'terraform fmt, init, validate, plan')) return [];
  const found = workspace.foldersWith('main.tf', /\/services\//);
  const chosen = extent === 'all' ? found : rootsToPlan(found);
  return checkTerraform(workspace.folder, chosen, findProviderMirror());
}

function servicesFor(
  combinations: readonly Combination[],
  { build }: MatrixOptions,
): readonly Combination[] {
  return build === 'none' ? [] : servicesToBuild(combinations, build);
}

async function builds(
  workspace: Workspace,
  has: ToolCheck,
  services: readonly Combination[],
): Promise<CheckOutcome[]> {
  const missing = toolsToBuild(services).filter(
    tool => !has(tool, `builds with ${tool}`),
  );
  const possible = services.filter(
    service => !toolsToBuild([service]).some(tool => missing.includes(tool)),
  );
  return inParallel(possible, 2, it => buildService(workspace.folder, it));
}
