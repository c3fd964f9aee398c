import { Deployment } from '@slipway/plugin-deployments-common';
import { MEND, replacedRollout, RolloutState } from './rolloutState';
import { SeenOutcome } from './seenOutcomes';

/** Whether a commit has another among its ancestors; undefined when that is not known. */
export type Contains = (revision: string) => boolean | undefined;

/** When the change was deployed, and what else was deployed after it. */
function afterMerge({ history }: Deployment, mergedAt: string) {
  const after = history.filter(
    ({ deployedAt }) => Date.parse(deployedAt ?? '') >= Date.parse(mergedAt),
  );
  const [newest, first] = [after.at(0), after.at(-1)];
  const same = newest?.revision.sha === first?.revision.sha;
  return {
    at: first?.deployedAt,
    replacedBy: same ? undefined : newest?.revision.sha,
  };
}

/**
 * Whether Argo CD runs a merged change: it compared the cluster with the merge commit or a later one, found it the same, and
 * all is healthy. Pure.
 */
export function argoRollout(
  deployment: Deployment,
  merge: {
    readonly at: string;
    readonly contains: Contains;
    readonly seen?: SeenOutcome;
  },
): RolloutState {
  const { phase, comparedRevision } = deployment;
  if (phase === 'missing' && !comparedRevision) {
    return { state: 'waiting', text: 'Argo CD has no application of it yet' };
  }
  const contains = comparedRevision
    ? merge.contains(comparedRevision)
    : undefined;
  const short = comparedRevision?.slice(0, 7);
  if (contains === undefined) {
    return {
      state: 'unknown',
      text: `Whether commit ${
        short ?? 'that Argo CD knows'
      } has the change is not known`,
      fix: 'Nothing: it is tried again',
    };
  }
  if (!contains) {
    return {
      state: 'waiting',
      text: `Argo CD has not seen the change yet; it is at ${short}`,
    };
  }
  const { at, replacedBy } = afterMerge(deployment, merge.at);
  if (replacedBy) {
    const by = `commit ${replacedBy.slice(0, 7)}`;
    return replacedRollout(phase, by, merge.seen ?? {}, at);
  }
  return settledRollout(deployment, at, merge.at);
}

function settledRollout(
  { phase, summary, comparedRevision = '' }: Deployment,
  at: string | undefined,
  mergedAt: string,
): RolloutState {
  switch (phase) {
    case 'healthy':
      return {
        state: 'live',
        text: `Synced at ${comparedRevision.slice(0, 7)} and healthy`,
        at: at ?? mergedAt,
      };
    case 'failed':
    case 'degraded':
      return { state: 'failed', text: summary, fix: MEND, at };
    case 'suspended':
      return {
        state: 'running',
        text: summary,
        fix: 'Resume it in Argo CD, or by whatever paused it',
      };
    default:
      return { state: 'running', text: summary };
  }
}
