import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { SourceResult } from '@slipway/platform-common';
import { DeploymentsResponse } from '@slipway/plugin-deployments-common';
import {
  ChangeApply,
  ChangeRollout,
  SourceSummary,
} from '@slipway/plugin-infra-prs-common';
import { Assessment } from '../services/assessChange';
import { ChangeFacts } from '../services/changeFacts';
import { summarizeSource } from '../services/sourceData';
import { Contains } from './argoRollout';
import { FollowSources } from './createFollowSources';
import { FollowedPart, followedParts } from './followedParts';
import { LifeStore } from '../store/LifeStore';
import { rolloutsOf } from './rolloutsOf';
import { seenOutcomes } from './seenOutcomes';

/** Who looks: a person who may see some things, or the portal itself. */
export interface Onlooker {
  /** Entity ref of the person, or a name of the portal's own. */
  readonly name: string;
  readonly credentials: BackstageCredentials;
}

/** Rows, and what of them is older than it should be. */
export interface ReadRollouts {
  readonly rollouts: readonly ChangeRollout[];
  readonly sources: readonly SourceSummary[];
}

/** Asks the deployments plugin where a merged change runs. */
export class RolloutReader {
  readonly #sources: Pick<FollowSources, 'deployments' | 'contains'>;
  readonly #store: Pick<LifeStore, 'events'>;

  constructor(
    sources: Pick<FollowSources, 'deployments' | 'contains'>,
    store: Pick<LifeStore, 'events'>,
  ) {
    this.#sources = sources;
    this.#store = store;
  }

  /** None before the merge. What cannot be read is a row that says so; this never fails. */
  async read(
    look: { readonly facts: ChangeFacts; readonly assessment: Assessment },
    apply: ChangeApply | undefined,
    onlooker: Onlooker,
  ): Promise<ReadRollouts> {
    const { pull, files } = look.facts;
    const { entityRef, plan, environments } = look.assessment;
    const { mergedAt, mergeCommitSha } = pull;
    if (!mergedAt || !mergeCommitSha) return { rollouts: [], sources: [] };
    const parts = followedParts(entityRef, files, plan.plan, environments);
    const deployments = await this.#deployments(parts, onlooker);
    const contains = await this.#contains(mergeCommitSha, deployments);
    // Without the database it is as if nobody had looked before.
    const events = await this.#store.events(pull.number).catch(() => []);
    const seen = seenOutcomes(events, mergeCommitSha);
    const rollouts = rolloutsOf({
      ...{ parts, mergedAt, apply, deployments, contains, seen },
      now: Date.now(),
    });
    const old = [...deployments.values()].filter(
      ({ state }) => state === 'stale',
    );
    return { rollouts, sources: old.map(summarizeSource) };
  }

  async #deployments(
    parts: readonly FollowedPart[],
    { name: caller, credentials }: Onlooker,
  ): Promise<ReadonlyMap<string, SourceResult<DeploymentsResponse>>> {
    // Where only Terraform works there is nobody to ask.
    const asked = parts.filter(({ gitops, ecs }) => gitops || ecs !== false);
    const refs = [...new Set(asked.map(({ entityRef }) => entityRef))];
    const results = await this.#sources.deployments.getMany(
      refs.map(entityRef => ({ entityRef, caller, credentials })),
      { watch: false },
    );
    return new Map(refs.map((ref, at) => [ref, results[at]]));
  }

  async #contains(
    ancestor: string,
    deployments: ReadonlyMap<string, SourceResult<DeploymentsResponse>>,
  ): Promise<Contains> {
    const revisions = [...deployments.values()]
      .flatMap(({ data }) => data?.deployments ?? [])
      .flatMap(({ data }) => data?.comparedRevision ?? [])
      .filter(revision => /^[0-9a-f]{40}$/.test(revision));
    const others = [...new Set(revisions)].filter(each => each !== ancestor);
    const results = await this.#sources.contains.getMany(
      others.map(commit => ({ ancestor, commit })),
    );
    const known = new Map(others.map((each, at) => [each, results[at].data]));
    return revision => (revision === ancestor ? true : known.get(revision));
  }
}
