import { posix } from 'node:path';
import { FileSource, fileSourceOf, overlay } from '../check/FileSource';
import { toSubject } from '../check/policy/checkResourcePolicy';
import { describeRoot, TerraformRoot } from '../check/terraform/describeRoot';
import { ModuleInstance } from '../check/terraform/ModuleInstance';
import { loadModuleTree } from '../check/terraform/TerraformModule';
import { CostEstimate } from './CostEstimate';
import { estimateCost, PricedEnvironment } from './estimateCost';
import { readPriceTable } from './PriceTable';

/**
 * What files of a pull request would cost in a month: of the whole roots that they belong to, so that a queue more
 * is seen beside what the service costs already.
 */
export async function estimateInfrastructure(
  files: ReadonlyMap<string, string>,
  { base }: { readonly base?: FileSource },
): Promise<CostEstimate> {
  const own = fileSourceOf(files);
  const roots = await planRoots(files, base ? overlay(own, base) : own);
  const environments = roots.map(
    ({ environment, region, resources }): PricedEnvironment => ({
      name: environment.name,
      region,
      resources: resources.map(toSubject),
      pods: [],
    }),
  );
  return estimateCost(environments, await readPriceTable());
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
      );
      return instance && describeRoot(instance);
    }),
  );
  return roots.flatMap(root => (root ? [root] : []));
}
