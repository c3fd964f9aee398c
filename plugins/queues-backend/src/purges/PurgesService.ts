import { PeekedMessage, PurgeCommand } from '@slipway/plugin-queues-common';
import { Acting } from '../acts/Acting';

/** A download of what is about to be deleted. */
export interface Snapshot {
  /** Allows one purge, once the download is complete. */
  readonly id: string;
  readonly messages: AsyncGenerator<PeekedMessage>;
}

/** Deletes all dead letters of a queue, which nothing brings back. */
export interface PurgesService {
  /** @throws NotAllowedError when purging is off */
  snapshot(acting: Acting): Promise<Snapshot>;
  /**
   * @returns messages there were, as SQS estimates, and how many of them the snapshot holds.
   * @throws NotAllowedError when purging is off or nobody may; InputError when the confirmation is wrong; ConflictError
   * without a snapshot that counts, while a redrive runs, or when it was purged just now; UpstreamError.
   */
  purge(
    acting: Acting,
    command: PurgeCommand,
  ): Promise<{ before: number; inSnapshot: number }>;
}
