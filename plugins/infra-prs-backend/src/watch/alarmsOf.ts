import { RequestEvent } from '@slipway/plugin-infra-prs-common';
import { actorOf } from '../life/actorOf';
import { brokenGlass } from '../life/breakingGlass';
import { Look } from '../life/Look';
import { whyUnapproved } from '../life/whyUnapproved';
import { Notice } from './Notice';

/** What must not stay unseen. */
export interface Alarms {
  readonly events: readonly RequestEvent[];
  readonly notices: readonly Notice[];
}

type Known = readonly RequestEvent[];

/** Who could have said no, and who asked. */
function concerned({ assessment }: Look): string[] {
  const approvers = assessment.needs.flatMap(need => [
    ...need.approvers,
    ...need.groups.map(group => group.entityRef),
  ]);
  return [...new Set([...approvers, ...assessment.requesters.refs])];
}

function alarm(look: Look, id: string, what: string, words: string): Notice[] {
  const { number, title } = look.facts.pull;
  const recipients = concerned(look);
  if (recipients.length === 0) return [];
  return [
    {
      ...{ id: id.slice(0, 250), recipients, except: [] },
      title: `${title.slice(0, 120)} (#${number}) ${what}`,
      description: words.slice(0, 2_000),
      severity: 'critical',
      isAlarm: true,
    },
  ];
}

/** A merge by somebody else than who broke the glass is not what was noted. */
function coversMerge({ actor }: RequestEvent, { facts, around }: Look) {
  const { mergedBy } = facts.pull;
  const known = mergedBy && around.people.get(mergedBy.toLowerCase());
  const by = actor?.login?.toLowerCase();
  return !known || !by || by === mergedBy.toLowerCase();
}

function glassAlarms(look: Look, known: Known): Notice[] {
  const { pull } = look.facts;
  const isOnItsWay = pull.mergedAt || look.assessment.host?.rules.mergeQueue;
  if (!isOnItsWay) return [];
  const why = whyUnapproved(look.facts, look.around);
  const missing = why ? `. Missing: ${why}` : '';
  return brokenGlass(known, pull.headSha)
    .filter(event => coversMerge(event, look))
    .flatMap(({ id, text }) =>
      alarm(look, id, 'was merged past the rules', `${text}${missing}`),
    );
}

function unapprovedAlarms(look: Look, known: Known): Alarms {
  const { pull } = look.facts;
  const why = whyUnapproved(look.facts, look.around);
  const glass = brokenGlass(known, pull.headSha);
  const isExplained = glass.some(event => coversMerge(event, look));
  if (!why || !pull.mergedAt || isExplained) return { events: [], notices: [] };
  const id = `merged_unapproved:${pull.mergeCommitSha ?? pull.headSha}`;
  const by = pull.mergedBy ? ` by ${pull.mergedBy}` : '';
  const text = `It was merged${by} without what it needs: ${why}`;
  const event: RequestEvent = {
    ...{ id, at: pull.mergedAt, text, url: pull.url },
    kind: 'merged_unapproved',
    outcome: 'failure',
    actor: actorOf(pull.mergedBy, look.around.people),
  };
  const title = 'was merged without its approvals';
  return { events: [event], notices: alarm(look, id, title, text) };
}

/**
 * Merges past the rules, by somebody who broke the glass or on GitHub itself, and those in whose very moment the plan or an
 * approval moved. `look` has to hold all facts, also those since the merge. `known` has to be read after the facts: what the glass was broken for is noted before the merge. Pure.
 */
export function alarmsOf(look: Look, known: Known): Alarms {
  const { events, notices } = unapprovedAlarms(look, known);
  return { events, notices: [...glassAlarms(look, known), ...notices] };
}
