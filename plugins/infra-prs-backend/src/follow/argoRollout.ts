import { ChangeRollout } from '@slipway/plugin-infra-prs-common';
import { Deployment } from '@slipway/plugin-deployments-common';

/** Whether a commit has another among its ancestors; undefined when that is not known. */
export type Contains = (revision: string) => boolean | undefined;

/** What a row says beside where it is. */
export type RolloutState = Pick<ChangeRollout, 'state' | 'text' | 'fix' | 'at'>;

const LOOK = 'Look at its deployment, then push a fix or revert the change';

/** When the change was deployed, and whether something else was deployed after it. */
function afterMerge({ history }: Deployment, mergedAt: string) {
  const after = history.filter(
    ({ deployedAt }) => Date.parse(deployedAt ?? '') >= Date.parse(mergedAt),
  );
  const [newest, first] = [after.at(0), after.at(-1)];
  return {
    at: first?.deployedAt,
    replaced: newest?.revision.sha !== first?.revision.sha,
  };
}

/**
 * Whether Argo CD runs a merged change: it compared the cluster with the merge commit or a later one, found it the same, and
 * all is healthy. Pure.
 */
export function argoRollout(
  deployment: Deployment,
  merge: { readonly at: string; readonly contains: Contains },
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
  const { at, replaced } = afterMerge(deployment, merge.at);
  if (replaced && phase !== 'healthy') {
    // What goes on now is about a later change.
    const text = 'It was synced; what came after it is not settled';
    return { state: 'live', text, at };
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
      return { state: 'failed', text: summary, fix: LOOK, at };
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
