import { SlipwayEnvironment } from '@slipway/platform-common';
import {
  ManifestReport,
  ManifestTarget,
} from '@slipway/plugin-infra-prs-common';
import { CommitPair } from '../../clients/GithubTrees';
import { setsReached } from './applicationSets/setsReached';
import { changedPaths } from './changedPaths';
import { CommitFiles } from './CommitFiles';
import { ComparedSides, compareTarget } from './compareTarget';
import { dataOf } from './dataOf';
import { findTargets, FoundTargets } from './findTargets';
import { KustomizationGraph } from './KustomizationGraph';
import { ManifestSources } from './ManifestSources';

/** Targets of one change that are rendered: a component that hundreds of services use reaches all of them. */
const MAX_TARGETS = 60;
/** Characters of all differences together; further ones are listed without their YAML. */
const MAX_PATCHES = 3_000_000;
const PAUSE_EVERY = 5;

const pause = () => new Promise(resolve => setImmediate(resolve));

/** Renders what a change reaches, before and after, and compares it. */
export class ManifestReader {
  constructor(
    private readonly sources: ManifestSources,
    private readonly environments: readonly SlipwayEnvironment[],
    /** Whether an address is that of the repository. */
    private readonly isOurs: ComparedSides['isOurs'],
  ) {}

  /** @throws UpstreamError when GitHub cannot be read. */
  async read(pair: CommitPair): Promise<ManifestReport> {
    const baseSha = dataOf(
      await this.sources.mergeBases.get(pair, { watch: false }),
    );
    const [before, after] = await Promise.all(
      [baseSha, pair.headSha].map(sha => this.#filesAt(sha)),
    );
    const changed = changedPaths(before.tree, after.tree);
    const about = { baseSha, headSha: pair.headSha };
    if (changed.length === 0) return { ...about, targets: [], notes: [] };
    const graph = await KustomizationGraph.read([before, after], changed);
    const sets = await setsReached(changed, [before, after]);
    const found = findTargets([...changed, ...sets], graph);
    const { isOurs } = this;
    const targets = await this.#compare(found, { before, after, isOurs });
    return {
      ...about,
      targets: withinBudget(targets),
      notes: notesOf(found, graph, { before, after }),
    };
  }

  async #filesAt(sha: string): Promise<CommitFiles> {
    const tree = dataOf(await this.sources.trees.get(sha, { watch: false }));
    return new CommitFiles(tree, this.sources.blobs);
  }

  async #compare(
    { targets }: FoundTargets,
    sides: ComparedSides,
  ): Promise<ManifestTarget[]> {
    const compared: ManifestTarget[] = [];
    for (const target of targets.slice(0, MAX_TARGETS)) {
      compared.push(await compareTarget(target, sides, this.environments));
      // Others have to be served in between.
      if (compared.length % PAUSE_EVERY === 0) await pause();
    }
    return compared.filter(hasSomethingToSay);
  }
}

function hasSomethingToSay({ objects, problem }: ManifestTarget): boolean {
  return objects.length > 0 || problem !== undefined;
}

function withinBudget(targets: readonly ManifestTarget[]): ManifestTarget[] {
  let left = MAX_PATCHES;
  return targets.map(target => ({
    ...target,
    objects: target.objects.map(({ patch, ...object }) => {
      left -= patch?.length ?? 0;
      return patch !== undefined && left >= 0 ? { ...object, patch } : object;
    }),
  }));
}

function notesOf(
  { targets, unused }: FoundTargets,
  graph: KustomizationGraph,
  { before, after }: Pick<ComparedSides, 'before' | 'after'>,
): string[] {
  const more = targets.slice(MAX_TARGETS).map(({ path }) => path);
  return [
    ...(before.tree.truncated || after.tree.truncated
      ? ['GitHub lists only a part of this repository: there may be more']
      : []),
    ...(graph.omitted > 0
      ? [
          `${graph.omitted} kustomizations were not looked at: they may use what changes`,
        ]
      : []),
    ...(more.length > 0
      ? [
          `${more.length} more folders are reached and not rendered: ${namesOf(
            more,
          )}`,
        ]
      : []),
    ...(unused.length > 0
      ? [`Changed, and used by nothing that is applied: ${namesOf(unused)}`]
      : []),
  ];
}

function namesOf(paths: readonly string[]): string {
  const few = paths.slice(0, 10).join(', ');
  return paths.length > 10 ? `${few} and others` : few;
}
