import {
  ChangePlan,
  parsePlanReport,
  PlanReport,
  planTotals,
} from '@slipway/plugin-infra-prs-common';
import { planDigest } from './planDigest';

/** A report with the plan it tells of. */
export interface ReadReport {
  readonly headSha: string;
  readonly plan: ChangePlan;
}

/** How much is kept, in resources that change: some plans of thousands, or the small ones of a thousand open changes. */
const MOST = 80_000;
/** What a report takes beside its changes. */
const EACH = 10;

const read = new Map<string, ReadReport | undefined>();
let kept = 0;

function weightOf(report: ReadReport | undefined): number {
  const roots = report?.plan.roots ?? [];
  return roots.reduce((sum, root) => sum + root.changes.length, EACH);
}

function remember(text: string, report: ReadReport | undefined): void {
  read.set(text, report);
  kept += weightOf(report);
}

function forget(text: string): void {
  if (read.has(text)) kept -= weightOf(read.get(text));
  read.delete(text);
}

/** A report's plan, with the digest that approvals are bound to. */
export function toChangePlan({
  runner,
  roots,
}: Pick<PlanReport, 'runner' | 'roots'>): ChangePlan {
  const digest = planDigest(roots);
  return { digest, runner, roots, totals: planTotals(roots) };
}

function parse(text: string): ReadReport | undefined {
  try {
    const report = parsePlanReport(text);
    return report && { headSha: report.headSha, plan: toChangePlan(report) };
  } catch {
    return undefined;
  }
}

/**
 * Reads the report in a check's text; undefined when there is none, or none that can be read. Pages are asked for every
 * few seconds and unpacking a large plan takes a tenth of one, so the last ones are kept: the same text says the same.
 */
export function readPlanText(text: string): ReadReport | undefined {
  const known = read.has(text);
  const report = known ? read.get(text) : parse(text);
  // What was asked for last goes to the end, and the first is let go.
  forget(text);
  remember(text, report);
  for (const oldest of read.keys()) {
    if (kept <= MOST) break;
    forget(oldest);
  }
  return report;
}
