import { SourceResult } from '@slipway/platform-common';
import { FetchEngine, Source } from '@slipway/platform-node';
import {
  ManifestAnswer,
  ManifestReport,
} from '@slipway/plugin-infra-prs-common';
import { CommitPair } from '../../clients/GithubTrees';
import { PullFacts } from '../changeFacts';
import { requireData, summarizeSource } from '../sourceData';
import { ManifestDiffService } from './ManifestDiffService';
import { ManifestReader } from './ManifestReader';
import { pairKey } from './ManifestSources';

/** {@link ManifestDiffService}: a report belongs to two commits, and never changes. */
export class DefaultManifestDiffService implements ManifestDiffService {
  readonly #reports: Source<CommitPair, ManifestReport>;

  constructor(
    private readonly pulls: Source<number, PullFacts>,
    reader: ManifestReader,
    engine: FetchEngine,
  ) {
    this.#reports = engine.createSource<CommitPair, ManifestReport>({
      // Not the budget of GitHub's own calls, which wait for their turn inside of this.
      upstream: 'manifests',
      operation: 'RenderManifests',
      ttl: { hours: 12 },
      staleFor: { hours: 24 },
      keepFresh: false,
      maxEntries: 200,
      concurrency: 2,
      deadline: { seconds: 60 },
      patience: { seconds: 20 },
      key: pairKey,
      target: () => 'render',
      describe: () => ({ upstream: 'github', target: 'Kubernetes manifests' }),
      load: async pairs => {
        const [pair] = pairs;
        return new Map([[pairKey(pair), await reader.read(pair)]]);
      },
    });
  }

  async get(number: number): Promise<ManifestAnswer> {
    const result = await this.read(requireData(await this.pulls.get(number)));
    return { report: requireData(result), source: summarizeSource(result) };
  }

  /** The report for the rules that decide about a merge; without data when it cannot be read. */
  async read(pull: PullFacts): Promise<SourceResult<ManifestReport>> {
    return this.#reports.get(pairOf(pull), { watch: false });
  }

  /** What is known already; what is not is read meanwhile. */
  last(pull: PullFacts): ManifestReport | undefined {
    const known = this.#reports.last(pairOf(pull))?.data;
    // Whoever needs it is told when it fails.
    if (!known) this.read(pull).catch(() => {});
    return known;
  }
}

function pairOf({ headSha, baseSha, baseRef }: PullFacts): CommitPair {
  return { headSha, baseSha: baseSha ?? baseRef };
}
