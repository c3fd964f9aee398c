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

/** How many reports are kept: those of the changes that people look at now. */
const KEPT = 40;

const read = new Map<string, ReadReport | undefined>();

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
  read.delete(text);
  read.set(text, report);
  const [oldest] = read.keys();
  if (read.size > KEPT && oldest !== undefined) read.delete(oldest);
  return report;
}
