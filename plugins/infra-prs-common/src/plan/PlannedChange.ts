import { PlanResourceChange } from './planReport';
import { PlanObject } from './PlanValue';

/** A resource with what a plan does to it: its values for rules and prices, and its change for people. @public */
export interface PlannedChange {
  readonly address: string;
  readonly type: string;
  /** Everything up to the last module in the address: `module.orders.`, or nothing. */
  readonly module: string;
  readonly action: PlanResourceChange['action'];
  /** Undefined when it is not there before. */
  readonly before: PlanObject | undefined;
  /** Undefined when it is not there after. */
  readonly after: PlanObject | undefined;
  readonly change: PlanResourceChange;
}

/** All that a plan says of one root. @public */
export interface ReadPlan {
  /** Every managed resource, also those that stay as they are. */
  readonly resources: readonly PlannedChange[];
  readonly changes: readonly PlanResourceChange[];
  readonly drift: readonly PlanResourceChange[];
  /** Why the plan is not whole. */
  readonly error?: string;
  readonly notes: readonly string[];
}
