import { RequestEvent } from '@slipway/plugin-infra-prs-common';

/** Keeps what GitHub cannot tell later: who decided in the portal, and why. */
export interface DecisionLog {
  /** Adding the same event (by `id`) twice is adding it once. */
  addEvent(number: number, event: RequestEvent): Promise<void>;
  /** Oldest first. */
  events(number: number): Promise<RequestEvent[]>;
}
