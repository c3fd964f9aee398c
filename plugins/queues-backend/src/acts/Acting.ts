import { ResolvedQueue } from '../services/QueueResolver';

/** A queue to act on, as its entity's path named it, and who acts. */
export interface Acting {
  readonly queue: ResolvedQueue;
  /** Ref of the entity in the path. */
  readonly entityRef: string;
  /** User ref. */
  readonly userRef: string;
}
