import { CostDelta } from './costDelta';
import { PlanRoot } from './planReport';

/** What one environment costs more or less after a change. @public */
export interface EnvironmentCostDelta {
  readonly environment: string;
  /** All roots of it that have a price together; undefined where none has. */
  readonly cost?: Pick<CostDelta, 'delta' | 'before' | 'after' | 'currency'>;
  /** Roots of it whose price is not known: they could not be planned, or were read from what a bot wrote. */
  readonly unpriced: number;
}

/** @public */
export interface PlanCostSummary {
  readonly environments: readonly EnvironmentCostDelta[];
  /** Undefined where no root has a price, or they are in several currencies. */
  readonly total?: EnvironmentCostDelta['cost'];
  readonly unpriced: number;
}

/** What a plan costs more or less, per environment and in all. Undefined where no root has a price. @public */
export function costByEnvironment(
  roots: readonly Pick<PlanRoot, 'environment' | 'cost'>[],
): PlanCostSummary | undefined {
  if (!roots.some(({ cost }) => cost)) return undefined;
  const names = [...new Set(roots.map(({ environment }) => environment))];
  return {
    environments: names.map(environment => ({
      environment,
      ...summed(roots.filter(root => root.environment === environment)),
    })),
    ...totalOf(summed(roots)),
  };
}

type Sum = Omit<EnvironmentCostDelta, 'environment'>;

function totalOf({ cost, unpriced }: Sum) {
  return { ...(cost && { total: cost }), unpriced };
}

function summed(roots: readonly Pick<PlanRoot, 'cost'>[]): Sum {
  const costs = roots.flatMap(({ cost }) => cost ?? []);
  const unpriced = roots.length - costs.length;
  const [first] = costs;
  if (!first || costs.some(({ currency }) => currency !== first.currency)) {
    return { unpriced };
  }
  const of = (part: 'delta' | 'before' | 'after') => ({
    low: cents(costs.reduce((sum, cost) => sum + cost[part].low, 0)),
    high: cents(costs.reduce((sum, cost) => sum + cost[part].high, 0)),
  });
  return {
    cost: {
      currency: first.currency,
      delta: of('delta'),
      before: of('before'),
      after: of('after'),
    },
    unpriced,
  };
}

function cents(amount: number): number {
  return Math.round(amount * 100) / 100;
}
