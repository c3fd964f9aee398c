import { z } from 'zod';
import { text } from './reportText';

/** Worst first. @public */
export const RISK_SEVERITIES = ['critical', 'high', 'medium', 'low'] as const;

export const planRiskSchema = z.object({
  /** Id of the rule: `data-lost`, or `policy:<id>` for one of the templates' policy. */
  rule: text,
  severity: z.enum(RISK_SEVERITIES),
  /** Resource that it is about; undefined when it is about the whole root. */
  address: text.optional(),
  /** Attribute, as in the resource's differences. */
  path: text.optional(),
  /** What happens, in words. */
  message: text,
  /** Why it matters. */
  why: text,
  /** What would do instead. */
  fix: text.optional(),
});

/** Something in a plan that a reviewer should know before anything else. @public */
export type PlanRisk = Readonly<z.infer<typeof planRiskSchema>>;
/** @public */
export type RiskSeverity = PlanRisk['severity'];

/** Orders risks: the worst first, then as they were. @public */
export function compareRisks(
  a: Pick<PlanRisk, 'severity'>,
  b: Pick<PlanRisk, 'severity'>,
): number {
  return (
    RISK_SEVERITIES.indexOf(a.severity) - RISK_SEVERITIES.indexOf(b.severity)
  );
}

/** Whether a severity is at least as bad as another. @public */
export function isAtLeast(
  severity: RiskSeverity,
  least: RiskSeverity,
): boolean {
  return compareRisks({ severity }, { severity: least }) <= 0;
}
