import { posix } from 'node:path';
import {
  FileSource,
  fileSourceOf,
  loadModuleTree,
  ModuleInstance,
  overlay,
} from '@slipway/infrastructure-code';
import { buildOverlays } from '../check/kustomize/buildOverlays';
import { toSubject } from '../check/policy/checkResourcePolicy';
import { describeRoot, TerraformRoot } from '../check/terraform/describeRoot';
import { CostEstimate } from './CostEstimate';
import { estimateCost, PricedEnvironment } from './estimateCost';
import { podsOf } from './podsOf';
import { readPriceTable } from './PriceTable';

/**
 * What files of a pull request would cost in a month: of the whole roots that they belong to, so that a queue more
 * is seen beside what the service costs already.
 */
export async function estimateInfrastructure(
  files: ReadonlyMap<string, string>,
  { base }: { readonly base?: FileSource },
): Promise<CostEstimate> {
  const changed = fileSourceOf(files);
  const source = base ? overlay(changed, base) : changed;
  const [roots, overlays, table] = await Promise.all([
    planRoots(files, source),
    buildOverlays(files, source),
    readPriceTable(),
  ]);
  const names = new Set([
    ...roots.map(({ environment }) => environment.name).filter(Boolean),
    ...overlays.map(({ environment }) => environment),
  ]);
  const environments = [...names].map((name): PricedEnvironment => {
    const own = roots.filter(({ environment }) => environment.name === name);
    return {
      name,
      region: own[0]?.region ?? '',
      resources: own.flatMap(({ resources }) => resources.map(toSubject)),
      pods: overlays
        .filter(({ environment }) => environment === name)
        .flatMap(podsOf),
    };
  });
  const estimate = estimateCost(environments, table);
  const unread = roots.flatMap(root => root.unread);
  return {
    ...estimate,
    notEstimated: [
      ...[...new Set(unread)].map(name => `${name}: it cannot be read now`),
      ...estimate.notEstimated,
    ],
  };
}

async function planRoots(
  files: ReadonlyMap<string, string>,
  source: FileSource,
): Promise<TerraformRoot[]> {
  const folders = new Set(
    [...files.keys()]
      .filter(
        path => /\.(?:tf|ya?ml)$/.test(path) && path.startsWith('terraform/'),
      )
      .map(path => posix.dirname(path)),
  );
  const roots = await Promise.all(
    [...folders].map(async folder => {
      const instance = ModuleInstance.root(
        await loadModuleTree(folder, source),
        folder,
        { strict: false },
      );
      return instance && describeRoot(instance);
    }),
  );
  return roots.flatMap(root => (root ? [root] : []));
}
