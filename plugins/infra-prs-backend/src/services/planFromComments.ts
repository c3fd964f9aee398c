import { SlipwayEnvironment } from '@slipway/platform-common';
import {
  ChangePlan,
  PlanRoot,
  readPlanComment,
} from '@slipway/plugin-infra-prs-common';
import { CheckFacts } from './changeFacts';
import { CommentFacts } from './conversationFacts';
import { toChangePlan } from './planReports';

/** Who reported something on a commit, and when first: GitHub itself writes both down. */
export interface Report {
  readonly login: string;
  readonly at: string;
}

/** A plan that bots told of in comments. */
export interface CommentedPlanState {
  readonly plan: ChangePlan;
  readonly completedAt: string;
}

/** Atlantis spreads a long plan over several comments. */
const CONTINUED = /^Continued\b[^\n]*\n+/;

/** Check runs are reported by apps, whose comments are those of the bot of that name. */
export function reportsOf(
  checks: readonly CheckFacts[],
  statuses: readonly { creator?: string; createdAt: string }[],
): Report[] {
  return [
    ...checks.flatMap(({ app, startedAt }) =>
      app && startedAt ? [{ login: `${app}[bot]`, at: startedAt }] : [],
    ),
    ...statuses.flatMap(({ creator, createdAt }) =>
      creator ? [{ login: creator, at: createdAt }] : [],
    ),
  ];
}

/**
 * Comments that can be believed to tell of the plan of a head commit: by an author that config names, never edited (who
 * may write to a repository may edit the comments of others), and written after the same author had reported
 * something on that very commit. Comments name no commit; without that, the plan of an older one would count.
 */
export function believedComments(
  comments: readonly CommentFacts[],
  authors: readonly string[],
  reports: readonly Report[],
): CommentFacts[] {
  const same = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();
  return comments.filter(
    ({ author, createdAt, updatedAt }) =>
      createdAt === updatedAt &&
      authors.some(login => same(login, author.name)) &&
      reports.some(
        ({ login, at }) =>
          same(login, author.name) && Date.parse(at) <= Date.parse(createdAt),
      ),
  );
}

function joined(comments: readonly CommentFacts[]): string[] {
  const texts: string[] = [];
  for (const { body } of comments) {
    const before = CONTINUED.test(body) ? texts.pop() : undefined;
    texts.push(before ? `${before}\n${body.replace(CONTINUED, '')}` : body);
  }
  return texts;
}

/** The plan that comments tell of, oldest first; of a root that is told of again, the last counts. */
export function planFromComments(
  comments: readonly CommentFacts[],
  environments: readonly SlipwayEnvironment[],
): CommentedPlanState | undefined {
  const roots = new Map<string, PlanRoot>();
  for (const section of joined(comments).flatMap(readPlanComment)) {
    const path = section.path ?? 'a root that the comment does not name';
    const environment = environments.find(({ infrastructure }) =>
      `${path}/`.startsWith(`${infrastructure.path}/`),
    );
    roots.set(path, {
      path,
      environment: environment?.name ?? 'unknown',
      changes: section.changes,
      ...(section.omitted && { omitted: section.omitted }),
      ...(section.error !== undefined && { error: section.error }),
      notes: ['Read from a comment: no values, and few of the risks'],
    });
  }
  const last = comments.at(-1);
  if (roots.size === 0 || !last) return undefined;
  const plan = toChangePlan({ runner: 'comment', roots: [...roots.values()] });
  return { plan, completedAt: last.createdAt };
}
