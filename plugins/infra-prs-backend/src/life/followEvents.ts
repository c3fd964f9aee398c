import {
  applyCountsText,
  ApplyRoot,
  ChangeApply,
  maskSecrets,
  RequestEvent,
  safeText,
} from '@slipway/plugin-infra-prs-common';
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

const WORDS = { failed: 'It could not be applied', other: 'It was applied' };

/** The runner's summary is Markdown of any length; what it tells root by root is better. */
function applyWords({ state, roots, summary }: ChangeApply): string {
  const words = state === 'failed' ? WORDS.failed : WORDS.other;
  if (!roots || roots.length === 0) return summary?.slice(0, 300) ?? words;
  const failed = roots.find(root => root.state === 'failed');
  if (failed) {
    const error = maskSecrets(failed.error ?? '').trim();
    const [line] = error.split('\n', 1);
    const why = line && `: ${safeText(line.slice(0, 200))}`;
    return `Terraform could not apply ${failed.path}${why}`;
  }
  const sum = (pick: (root: ApplyRoot) => number) =>
    roots.reduce((total, root) => total + pick(root), 0);
  const counts = applyCountsText({
    added: sum(({ added }) => added),
    changed: sum(({ changed }) => changed),
    destroyed: sum(({ destroyed }) => destroyed),
  });
  const where = new Set(roots.map(({ environment }) => environment));
  return `Terraform applied it in ${[...where].join(', ')}: ${counts}`;
}

function applyEvents({ apply }: Aftermath): RequestEvent[] {
  if (!apply?.completedAt) return [];
  const { state, mergeCommitSha, completedAt, url } = apply;
  const outcome = state === 'failed' ? 'failure' : 'success';
  return [
    {
      id: `applied:${mergeCommitSha}:${outcome}`,
      at: completedAt,
      kind: 'applied',
      outcome,
      text: applyWords(apply),
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
