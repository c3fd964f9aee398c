import { z } from 'zod';

const list = <T extends z.ZodType>(of: T) => z.array(of).readonly();

const spreadSchema = z.object({
  /** How many changes it is of. */
  count: z.number(),
  /** Seconds; undefined when there is none. */
  median: z.number().optional(),
  /** Seconds; undefined when there are too few for it. */
  p90: z.number().optional(),
});

const figuresSchema = z.object({
  /** Changes that went live, or were done where nothing rolls out. */
  live: z.number(),
  /** How many of those a week. */
  perWeek: z.number(),
  /** From the request to when it was live. */
  leadTime: spreadSchema,
  /** From the plan to the approval that counted. */
  reviewWait: spreadSchema,
  /** Merged changes that failed to apply or roll out, or were taken back. */
  failed: z.number(),
  merged: z.number(),
  /** Between 0 and 1; undefined when nothing was merged. */
  failureRate: z.number().optional(),
});

const weekSchema = z.object({
  /** ISO 8601 time of its start. */
  start: z.string(),
  live: z.number(),
  failed: z.number(),
  /** Median lead time in seconds. */
  leadTime: z.number().optional(),
});

/** Answer of `GET /v1/figures`. @public */
export const doraAnswerSchema = z.object({
  from: z.string(),
  to: z.string(),
  all: figuresSchema,
  /** By entity ref of the owner; `''` is nobody. Most changes first. */
  teams: list(figuresSchema.extend({ team: z.string() })),
  /** By name; a change of two environments counts in both. Most changes first. */
  byEnvironment: list(figuresSchema.extend({ environment: z.string() })),
  /** By entity ref of the template; `''` is none: opened on GitHub. Most changes first. */
  byTemplate: list(figuresSchema.extend({ template: z.string() })),
  /** Days within which a change that is taken back has failed. */
  failureDays: z.number(),
  /** How many changes the portal has kept at all, over any period and filter. */
  kept: z.number(),
  /** Oldest first. */
  weeks: list(weekSchema),
  /** What one can choose from. */
  environments: list(z.string()),
  templates: list(z.string()),
  /** Changes that the caller may not see are not counted; this many are. */
  counted: z.number(),
});

/** What is known of one change for the figures; times are ISO 8601. @public */
export interface FiguredChange {
  readonly number: number;
  /** Entity ref of the owner of what it is about. */
  readonly team?: string;
  readonly environments: readonly string[];
  readonly template?: string;
  readonly state: 'active' | 'failed' | 'withdrawn' | 'done';
  readonly requestedAt: string;
  readonly plannedAt?: string;
  readonly approvedAt?: string;
  readonly mergedAt?: string;
  /** When it was in effect everywhere; undefined also of what a later change took the place of. */
  readonly liveAt?: string;
  /** When an apply or a rollout of it failed first. */
  readonly failedAt?: string;
  /** When the change was opened that takes it back. */
  readonly revertedAt?: string;
}

/** @public */
export interface DoraOptions {
  /** Milliseconds since the epoch. */
  readonly from: number;
  readonly to: number;
  /** A change that is taken back within so many days has failed. */
  readonly failureDays: number;
}

/** @public */
export type DoraAnswer = Readonly<z.infer<typeof doraAnswerSchema>>;
/** @public */
export type DoraFigures = Readonly<z.infer<typeof figuresSchema>>;
/** @public */
export type DoraSpread = DoraFigures['leadTime'];

const DAY = 86_400_000;
const WEEK = 7 * DAY;
/** Of fewer values the 90th percentile is the largest or close to it, and says nothing. @public */
export const FEWEST_FOR_P90 = 10;

/** Whether a merged change failed: to apply, to roll out, or by being taken back soon. @public */
export function hasFailed(change: FiguredChange, failureDays: number): boolean {
  if (!change.mergedAt) return false;
  if (change.failedAt || change.state === 'failed') return true;
  if (!change.revertedAt) return false;
  const since = Date.parse(change.revertedAt) - Date.parse(change.mergedAt);
  return since <= failureDays * DAY;
}

/** Median and 90th percentile, with the number of values that they are of. @public */
export function spreadOf(values: readonly number[]): DoraSpread {
  const sorted = [...values].sort((a, b) => a - b);
  const count = sorted.length;
  if (count === 0) return { count };
  const middle = Math.floor(count / 2);
  const median =
    count % 2 === 1
      ? sorted[middle]
      : (sorted[middle - 1] + sorted[middle]) / 2;
  // The smallest value that nine in ten are not above.
  const p90 = sorted[Math.ceil(0.9 * count) - 1];
  return { count, median, ...(count >= FEWEST_FOR_P90 && { p90 }) };
}

function between(start: string | undefined, end: string | undefined): number[] {
  if (!start || !end) return [];
  const seconds = (Date.parse(end) - Date.parse(start)) / 1000;
  return seconds >= 0 ? [seconds] : [];
}

const within = (
  time: string | undefined,
  { from, to }: Pick<DoraOptions, 'from' | 'to'>,
) => time !== undefined && Date.parse(time) >= from && Date.parse(time) < to;

/**
 * Figures of a set of changes: each counts in the period that its end lies in, a review in that of its approval. The
 * definitions are those of https://dora.dev/guides/dora-metrics-four-keys/, for infrastructure requests. Pure.
 * @public
 */
export function figuresOf(
  changes: readonly FiguredChange[],
  options: DoraOptions,
): DoraFigures {
  const live = changes.filter(change => within(change.liveAt, options));
  const merged = changes.filter(change => within(change.mergedAt, options));
  // One that nobody had to approve is approved at the moment it is planned: it waited for no review.
  const reviewed = changes.filter(
    each =>
      within(each.approvedAt, options) && each.approvedAt !== each.plannedAt,
  );
  const failed = merged.filter(each => hasFailed(each, options.failureDays));
  const weeks = (options.to - options.from) / WEEK;
  return {
    live: live.length,
    perWeek: weeks > 0 ? live.length / weeks : 0,
    leadTime: spreadOf(
      live.flatMap(each => between(each.requestedAt, each.liveAt)),
    ),
    reviewWait: spreadOf(
      reviewed.flatMap(each => between(each.plannedAt, each.approvedAt)),
    ),
    failed: failed.length,
    merged: merged.length,
    failureRate: merged.length > 0 ? failed.length / merged.length : undefined,
  };
}

function weeksOf(
  changes: readonly FiguredChange[],
  options: DoraOptions,
): DoraAnswer['weeks'] {
  const weeks: Array<DoraAnswer['weeks'][number]> = [];
  // Whole weeks up to now; what is left over is in the first.
  for (let end = options.to; end > options.from; end -= WEEK) {
    const from = Math.max(options.from, end - WEEK);
    const own = figuresOf(changes, { ...options, from, to: end });
    weeks.unshift({
      start: new Date(from).toISOString(),
      live: own.live,
      failed: own.failed,
      leadTime: own.leadTime.median,
    });
  }
  return weeks;
}

const distinct = (texts: readonly string[]) => [...new Set(texts)].sort();

/** Figures of each group that has any, most changes first. */
function groups(
  changes: readonly FiguredChange[],
  options: DoraOptions,
  namesOf: (change: FiguredChange) => readonly string[],
): Array<readonly [string, DoraFigures]> {
  return distinct(changes.flatMap(namesOf))
    .map(name => {
      const own = changes.filter(change => namesOf(change).includes(name));
      return [name, figuresOf(own, options)] as const;
    })
    .filter(([, { merged, live }]) => merged + live > 0)
    .sort(([a, x], [b, y]) => y.merged - x.merged || a.localeCompare(b));
}

/** Figures of all changes, of each team, environment and template, and by week. Pure. @public */
export function doraFigures(
  changes: readonly FiguredChange[],
  options: DoraOptions & {
    readonly environment?: string;
    readonly template?: string;
    /** For the totals and the weeks; all teams are listed. */
    readonly team?: string;
  },
): DoraAnswer {
  const { environment, template, team: only } = options;
  const chosen = changes.filter(
    change =>
      (!environment || change.environments.includes(environment)) &&
      (!template || change.template === template),
  );
  const own =
    only === undefined
      ? chosen
      : chosen.filter(change => (change.team ?? '') === only);
  return {
    from: new Date(options.from).toISOString(),
    to: new Date(options.to).toISOString(),
    all: figuresOf(own, options),
    teams: groups(chosen, options, each => [each.team ?? '']).map(
      ([name, figures]) => ({ team: name, ...figures }),
    ),
    byEnvironment: groups(own, options, each => each.environments).map(
      ([name, figures]) => ({ environment: name, ...figures }),
    ),
    byTemplate: groups(own, options, each => [each.template ?? '']).map(
      ([name, figures]) => ({ template: name, ...figures }),
    ),
    failureDays: options.failureDays,
    kept: changes.length,
    weeks: weeksOf(own, options),
    environments: distinct(changes.flatMap(each => each.environments)),
    templates: distinct(changes.flatMap(each => each.template ?? [])),
    counted: chosen.length,
  };
}
