import { RequestEvent } from '@slipway/plugin-infra-prs-common';
import { ownerWord, Person } from '../services/approvers';
import { HappeningFacts } from '../services/happeningFacts';
import { Assessment } from '../services/assessChange';
import { hasPassed } from '../services/reportedChecks';
import { ChangeFacts } from '../services/changeFacts';
import { latestChecks } from '../services/planState';
import { actorOf } from './actorOf';
import { followEvents } from './followEvents';
import { happeningEvents, isNotedByPortal } from './happeningEvents';
import { reviewEvents } from './reviewEvents';
import { Aftermath } from './Rollout';

/** Who is behind a login, and what the portal noted when the form ran. */
export interface TimelineContext {
  /** By lower-case login. */
  readonly people: ReadonlyMap<string, Person>;
  readonly requestId: string;
  readonly requestedAt?: string;
  /** Of GitHub's own timeline. */
  readonly happenings?: readonly HappeningFacts[];
}

const earlier = (a: string | undefined, b: string) =>
  a && Date.parse(a) < Date.parse(b) ? a : b;

function openingEvents(
  { pull }: ChangeFacts,
  { requesters }: Assessment,
  { people, requestId, requestedAt }: TimelineContext,
): RequestEvent[] {
  const opened: RequestEvent = {
    id: `opened:${pull.number}`,
    at: pull.createdAt,
    kind: 'opened',
    actor: actorOf(pull.author.login, people),
    text: `${pull.author.name} opened pull request ${pull.number}`,
    url: pull.url,
  };
  if (requestId === `pull-${pull.number}`) return [opened];
  const [entityRef] = requesters.refs;
  const asked: RequestEvent = {
    id: `requested:${requestId}`,
    // The portal notes it when the pull request is open.
    at: earlier(requestedAt, pull.createdAt),
    kind: 'requested',
    actor: entityRef ? { entityRef } : undefined,
    text: `${entityRef ? ownerWord(entityRef) : 'Somebody'} asked for it`,
  };
  return [asked, opened];
}

function pushEvents(
  { pull, commits }: ChangeFacts,
  { people }: TimelineContext,
): RequestEvent[] {
  return commits.flatMap(({ sha, message, author, authoredAt, url }) => {
    if (!authoredAt) return [];
    const [subject] = message.split('\n', 1);
    return [
      {
        id: `pushed:${sha}`,
        // Whoever writes a commit says when; it is not known to be older than what it was pushed to.
        at: authoredAt < pull.createdAt ? pull.createdAt : authoredAt,
        kind: 'pushed' as const,
        actor: actorOf(author.login, people),
        text: `${author.name} pushed ${sha.slice(0, 7)}: ${subject.slice(
          0,
          200,
        )}`,
        url,
      },
    ];
  });
}

function checkEvents({ pull, checks }: ChangeFacts): RequestEvent[] {
  const latest = latestChecks(checks);
  const ends = latest.flatMap(({ completedAt }) => completedAt ?? []).sort();
  const at = ends.at(-1);
  const pending = latest.some(({ status }) => status !== 'completed');
  if (pending || !at) return [];
  const failed = latest.filter(check => !hasPassed(check));
  const outcome = failed.length > 0 ? 'failure' : 'success';
  const names = failed.map(({ name }) => name).join(', ');
  return [
    {
      id: `checks:${pull.headSha}:${outcome}`,
      at,
      kind: 'checks',
      outcome,
      text: names ? `Checks failed: ${names}` : 'All checks passed',
      url: failed[0]?.url,
    },
  ];
}

function planEvents({ pull }: ChangeFacts, { plan }: Assessment) {
  if (!plan.plan || !plan.digest || !plan.completedAt) return [];
  const { create, update, replace, delete: gone } = plan.plan.totals;
  const event: RequestEvent = {
    id: `planned:${pull.headSha}:${plan.digest}`,
    at: plan.completedAt,
    kind: 'planned',
    outcome: plan.problem ? 'failure' : 'success',
    text:
      plan.problem?.message ??
      `The plan adds ${create}, changes ${update}, replaces ${replace} and destroys ${gone}`,
  };
  return [event];
}

/** Of what happened within one second, the order in which it can have happened. */
const ORDER: readonly RequestEvent['kind'][] = [
  'requested',
  'opened',
  'pushed',
  'checks',
  'planned',
  'approved',
  'approval_void',
  'merged',
  'merged_unapproved',
  'applied',
  'deployed',
];

function byTime(a: RequestEvent, b: RequestEvent): number {
  const seconds = ({ at }: RequestEvent) => Math.floor(Date.parse(at) / 1000);
  const rank = ({ kind }: RequestEvent) => ORDER.indexOf(kind);
  const both = rank(a) >= 0 && rank(b) >= 0;
  return seconds(a) - seconds(b) || (both ? rank(a) - rank(b) : 0);
}

/** What GitHub and the runners tell of how a request came to be where it is, oldest first. Pure. */
export function timelineOf(
  facts: ChangeFacts,
  assessment: Assessment,
  aftermath: Aftermath,
  context: TimelineContext,
): RequestEvent[] {
  const { people, happenings = [] } = context;
  const events = [
    ...openingEvents(facts, assessment, context),
    ...pushEvents(facts, context),
    ...checkEvents(facts),
    ...planEvents(facts, assessment),
    ...reviewEvents(facts, assessment, people),
    ...followEvents(facts, aftermath, people),
    ...happeningEvents(facts.pull, happenings, people),
  ];
  return joinEvents([], events);
}

/** Joins what is known anew with what was noted before; of two with one id the newer knowledge counts. */
export function joinEvents(
  known: readonly RequestEvent[],
  anew: readonly RequestEvent[],
): RequestEvent[] {
  const byId = new Map([...known, ...anew].map(event => [event.id, event]));
  const all = [...byId.values()];
  return all.filter(event => !isNotedByPortal(event, all)).sort(byTime);
}
