import { RequestEvent } from '@slipway/plugin-infra-prs-common';
import { Person } from '../services/approvers';
import { ChangeFacts, PullFacts } from '../services/changeFacts';
import { actorOf } from './actorOf';
import { Aftermath, Rollout } from './Rollout';

const by = (login: string | undefined) => (login ? ` by ${login}` : '');

function endEvents(
  pull: PullFacts,
  people: ReadonlyMap<string, Person>,
): RequestEvent[] {
  const { mergedAt, mergedBy, mergeCommitSha, closedAt, url } = pull;
  if (mergedAt) {
    return [
      {
        id: `merged:${mergeCommitSha ?? pull.headSha}`,
        at: mergedAt,
        kind: 'merged',
        outcome: 'success',
        actor: actorOf(mergedBy, people),
        text: `It was merged${by(mergedBy)}`,
        url,
      },
    ];
  }
  if (pull.state === 'open' || !closedAt) return [];
  return [
    {
      id: `closed:${closedAt}`,
      at: closedAt,
      kind: 'closed',
      outcome: 'failure',
      text: 'It was closed without being merged',
      url,
    },
  ];
}

function applyEvents({ apply }: Aftermath): RequestEvent[] {
  if (!apply?.completedAt) return [];
  const { state, mergeCommitSha, completedAt, summary, url } = apply;
  const outcome = state === 'failed' ? 'failure' : 'success';
  return [
    {
      id: `applied:${mergeCommitSha}:${outcome}`,
      at: completedAt,
      kind: 'applied',
      outcome,
      text:
        summary?.slice(0, 300) ??
        (state === 'failed' ? 'It could not be applied' : 'It was applied'),
      url,
    },
  ];
}

function rolloutEvent(pull: PullFacts, rollout: Rollout): RequestEvent[] {
  const { environment, state, at, message, url } = rollout;
  if (!at || (state !== 'succeeded' && state !== 'failed')) return [];
  const outcome = state === 'failed' ? 'failure' : 'success';
  const words = outcome === 'success' ? 'It runs' : message ?? 'It fails';
  return [
    {
      id: `deployed:${pull.mergeCommitSha}:${environment}:${outcome}`,
      at,
      kind: 'deployed',
      outcome,
      text: `${words} in ${environment}`,
      url,
    },
  ];
}

/** How it ended on GitHub, and what became of it then. */
export function followEvents(
  { pull }: ChangeFacts,
  aftermath: Aftermath,
  people: ReadonlyMap<string, Person>,
): RequestEvent[] {
  return [
    ...endEvents(pull, people),
    ...applyEvents(aftermath),
    ...(aftermath.rollouts ?? []).flatMap(each => rolloutEvent(pull, each)),
  ];
}
