import { posix } from 'node:path';
import {
  CostEstimate,
  estimateCost,
  FileSource,
  fileSourceOf,
  loadModuleTree,
  ModuleInstance,
  overlay,
  PricedEnvironment,
  readPriceTable,
} from '@slipway/infrastructure-code';
import { buildOverlays } from '../check/kustomize/buildOverlays';
import { toSubject } from '../check/policy/checkResourcePolicy';
import { describeRoot, TerraformRoot } from '../check/terraform/describeRoot';
import { podsOf } from './podsOf';

/**
 * What files of a pull request add to the cost of a month: that of the roots and overlays that they belong to, without
 * what these cost in `base` already.
 */
export async function estimateInfrastructure(
  files: ReadonlyMap<string, string>,
  { base }: { readonly base?: FileSource },
): Promise<CostEstimate> {
  const changed = fileSourceOf(files);
  const source = base ? overlay(changed, base) : changed;
  const [planned, running, table] = await Promise.all([
    planEnvironments(files, source),
    base ? planEnvironments(files, base) : undefined,
    readPriceTable(),
  ]);
  const estimate = estimateCost(
    planned.environments,
    table,
    running?.environments,
  );
  return {
    ...estimate,
    notEstimated: [
      ...[...new Set(planned.unread)].map(
        name => `${name}: it cannot be read now`,
      ),
      ...estimate.notEstimated,
    ],
  };
}

interface Planned {
  readonly environments: readonly PricedEnvironment[];
  readonly unread: readonly string[];
}

async function planEnvironments(
  files: ReadonlyMap<string, string>,
  source: FileSource,
): Promise<Planned> {
  const [roots, overlays] = await Promise.all([
    planRoots(files, source),
    buildOverlays(files, source),
  ]);
  const built = overlays.filter(({ objects }) => objects.length > 0);
  const names = new Set([
    ...roots.map(({ environment }) => environment.name).filter(Boolean),
    ...built.map(({ environment }) => environment),
  ]);
  const environments = [...names].map((name): PricedEnvironment => {
    const own = roots.filter(({ environment }) => environment.name === name);
    return {
      name,
      region: own[0]?.region ?? '',
      resources: own.flatMap(({ resources }) => resources.map(toSubject)),
      pods: built
        .filter(({ environment }) => environment === name)
        .flatMap(podsOf),
    };
  });
  return { environments, unread: roots.flatMap(root => root.unread) };
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
