import {
  Redrive,
  RedriveCommand,
  RedrivePreview,
} from '@slipway/plugin-queues-common';
import { Acting } from '../acts/Acting';
import { ResolvedQueue } from '../services/QueueResolver';

/** Sends dead letters back to where they came from. */
export interface RedrivesService {
  /** What a redrive would do now, what stands against it, and what to think of. @throws UpstreamError */
  preview(acting: Acting): Promise<RedrivePreview>;
  /** Redrives of the queue, the latest first, also those that were started outside of Slipway. */
  list(queue: ResolvedQueue): Promise<Redrive[]>;
  /**
   * Starts one.
   * @throws InputError when the confirmation or the speed is wrong; NotAllowedError when nobody may redrive this queue;
   * ConflictError naming who started the one that runs, or why SQS cannot; UpstreamError.
   */
  start(acting: Acting, command: RedriveCommand): Promise<Redrive>;
  /**
   * Stops one; what was moved stays moved.
   * @throws NotFoundError, ConflictError when it is over already; UpstreamError.
   */
  cancel(acting: Acting, id: string): Promise<Redrive>;
}
