import { SourceResult } from '@slipway/platform-common';
import {
  Deployment,
  DeploymentsResponse,
} from '@slipway/plugin-deployments-common';
import { ChangeApply, ChangeRollout } from '@slipway/plugin-infra-prs-common';
import { argoRollout, Contains } from './argoRollout';
import { AppliedPart, ecsRollout } from './ecsRollout';
import { FollowedPart } from './followedParts';
import { SeenOutcomes } from './seenOutcomes';

/** All that says whether a merged change runs. */
export interface RolloutFacts {
  readonly parts: readonly FollowedPart[];
  readonly mergedAt: string;
  readonly apply: ChangeApply | undefined;
  /** What the deployments plugin answered, by entity. */
  readonly deployments: ReadonlyMap<string, SourceResult<DeploymentsResponse>>;
  readonly contains: Contains;
  /** How its rollouts were seen before. */
  readonly seen?: SeenOutcomes;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/** Milliseconds after which an entity that has not come to the catalog is not waited for. */
const PATIENCE_MS = 24 * 3_600_000;

/** Where a merged change runs, and where not yet: a row for each deployment that it reaches, by environment. Pure. */
export function rolloutsOf(facts: RolloutFacts): ChangeRollout[] {
  const rows = facts.parts.flatMap(part => rowsOf(part, facts));
  // An environment where something rolls out need not say what does not.
  return rows.filter(row => {
    const beside = rows.filter(each => each.environment === row.environment);
    const first = beside.find(({ state }) => state !== 'skipped') ?? beside[0];
    return row.state !== 'skipped' || row === first;
  });
}

function rowsOf(part: FollowedPart, facts: RolloutFacts): ChangeRollout[] {
  const { environment, entityRef, gitops, ecs } = part;
  const at = { environment: environment.name, entityRef };
  if (!gitops && ecs === false) return [nothingIn(at)];
  const answer = facts.deployments.get(entityRef);
  if (!answer?.data) return [unanswered(at, part, answer, facts)];
  const own = answer.data.deployments.filter(
    ({ source, data }) =>
      (data?.environment ?? source.environment) === environment.name,
  );
  const rows = own.flatMap(result => rowOf(at, part, result, facts));
  if (rows.length > 0) return rows;
  if (!gitops) return [nothingIn(at)];
  return [
    {
      ...at,
      state: 'skipped',
      text: 'The catalog names no Argo CD application of it',
      fix: 'Name it in the annotation argocd/app-name or argocd/app-selector',
    },
  ];
}

type Place = Pick<ChangeRollout, 'environment' | 'entityRef'>;

function nothingIn(at: Place): ChangeRollout {
  const text = 'Only Terraform: nothing has to roll out';
  return { environment: at.environment, state: 'skipped', text };
}

function unanswered(
  at: Place,
  { gitops }: FollowedPart,
  answer: SourceResult<unknown> | undefined,
  { mergedAt, now }: RolloutFacts,
): ChangeRollout {
  if (answer?.state === 'not_found') {
    const young = now - Date.parse(mergedAt) < PATIENCE_MS;
    return gitops && young
      ? { ...at, state: 'waiting', text: 'It is not in the catalog yet' }
      : { ...at, state: 'skipped', text: 'It is not in the catalog' };
  }
  return {
    ...at,
    state: 'unknown',
    text: answer?.message ?? 'Its deployments could not be read',
    fix: answer?.fix,
  };
}

function rowOf(
  at: Place,
  { gitops, ecs, environment }: FollowedPart,
  result: SourceResult<Deployment>,
  facts: RolloutFacts,
): ChangeRollout[] {
  const { data, source } = result;
  if (!data) {
    const platform = source.upstream === 'ecs' ? 'ecs' : 'argocd';
    // What the change does not reach need not be known.
    if (platform === 'argocd' ? !gitops : ecs === false) return [];
    const text = result.message ?? 'It could not be read';
    const { fix } = result;
    const { target: name } = source;
    return [{ ...at, platform, name, state: 'unknown', text, fix }];
  }
  const { platform, name, consoleUrl } = data;
  const seen = facts.seen?.get(environment.name);
  const place = { ...at, platform, name, consoleUrl };
  if (platform === 'ecs') {
    const applied = appliedIn(environment.name, facts.apply);
    const state = ecsRollout(data, applied, ecs, seen);
    return state ? [{ ...place, ...state }] : [];
  }
  if (!gitops) return [];
  const merge = { at: facts.mergedAt, contains: facts.contains, seen };
  return [{ ...place, ...argoRollout(data, merge) }];
}

/** The apply as far as one environment is concerned; the whole of it where nothing is told root by root. */
function appliedIn(
  environment: string,
  apply: ChangeApply | undefined,
): AppliedPart {
  const roots = apply?.roots?.filter(root => root.environment === environment);
  if (!roots || roots.length === 0) {
    if (!apply) return { state: 'waiting' };
    // What is in effect without an apply is as good as applied.
    return apply.state === 'none'
      ? { state: 'succeeded' }
      : { state: apply.state, startedAt: apply.startedAt };
  }
  const open = roots.find(({ state }) => state !== 'succeeded');
  const failed = roots.find(({ state }) => state === 'failed');
  const startedAt = roots.flatMap(root => root.startedAt ?? []).sort()[0];
  return { state: (failed ?? open ?? roots[0]).state, startedAt };
}
