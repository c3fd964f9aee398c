import { findRisks } from '../risk/findRisks';
import { CostDelta } from './costDelta';
import { PlannedChange, ReadPlan } from './PlannedChange';
import { plainValues } from './plainValues';
import { PlanRisk } from './planRiskSchema';
import { PlanRoot } from './planReport';
import { cutText } from './safeText';

/** Longest error that is kept. */
const MAX_ERROR = 5_000;

/** A resource with plain values, for policies and prices. @public */
export interface PlainResource {
  readonly address: string;
  readonly type: string;
  readonly module: string;
  readonly values: Readonly<Record<string, unknown>>;
}

/** What others have to say of a change: the platform's policy and its price table. @public */
export type AssessPlan = (
  before: readonly PlainResource[],
  after: readonly PlainResource[],
) => {
  readonly findings: PlanRisk[];
  readonly cost?: CostDelta;
  readonly notes?: readonly string[];
};

/**
 * The part of a report that is about one root.
 *
 * @param assess - left out, the report names neither policy findings nor costs
 * @public
 */
export function toPlanRoot(
  plan: ReadPlan,
  at: Pick<PlanRoot, 'path' | 'environment'>,
  assess?: AssessPlan,
): PlanRoot {
  const { resources, changes, drift, error } = plan;
  const assessed = assess?.(
    plainResources(resources, 'before'),
    plainResources(resources, 'after'),
  );
  const notes = [...plan.notes, ...(assessed?.notes ?? [])];
  return {
    ...at,
    changes: [...changes],
    ...(error !== undefined && { error: cutText(error, MAX_ERROR) }),
    ...(drift.length > 0 && { drift: [...drift] }),
    risks: findRisks(resources, assessed?.findings),
    // A plan that is not whole costs nobody knows what.
    ...(assessed?.cost && error === undefined && { cost: assessed.cost }),
    ...(notes.length > 0 && { notes }),
  };
}

/** The part of a report about a root that could not be planned. @public */
export function failedRoot(
  at: Pick<PlanRoot, 'path' | 'environment'>,
  error: string,
): PlanRoot {
  return { ...at, changes: [], error: cutText(error, MAX_ERROR) };
}

/** Resources that are there before or after a plan. @public */
export function plainResources(
  resources: readonly PlannedChange[],
  side: 'before' | 'after',
): PlainResource[] {
  return resources.flatMap(({ address, type, module, ...resource }) => {
    const values = resource[side];
    return values
      ? [{ address, type, module, values: plainValues(values) }]
      : [];
  });
}
