import { randomUUID } from 'node:crypto';
import { ConflictError, NotAllowedError } from '@backstage/errors';
import { PeekedMessage, PurgeCommand } from '@slipway/plugin-queues-common';
import { Acting } from '../acts/Acting';
import { readOnlyError, requireConfirmation } from '../acts/refusals';
import { SqsMessagesClient } from '../clients/SqsMessagesClient';
import { MessagesService } from '../messages/MessagesService';
import { PreviewReader } from '../redrives/PreviewReader';
import { QueueFlags } from '../redrives/QueueFlags';
import { RedriveStore } from '../store/RedriveStore';
import { SnapshotStore } from '../store/SnapshotStore';
import { PurgesService, Snapshot } from './PurgesService';

/** How long a snapshot allows its purge. */
const SNAPSHOT_VALID_MS = 15 * 60_000;
/** Messages of a snapshot at most; SQS hides no more than 120,000 at a time. */
const MAX_SNAPSHOT = 20_000;

/** What {@link DefaultPurgesService} works with. */
export interface PurgesDeps {
  readonly client: SqsMessagesClient;
  readonly flags: QueueFlags;
  readonly messages: MessagesService;
  readonly previews: PreviewReader;
  readonly redrives: RedriveStore;
  readonly rules: { readonly readOnly: boolean; readonly enabled: boolean };
  readonly snapshots: SnapshotStore;
}

/** {@link PurgesService} over SQS. */
export class DefaultPurgesService implements PurgesService {
  readonly #deps: PurgesDeps;

  constructor(deps: PurgesDeps) {
    this.#deps = deps;
  }

  async snapshot(acting: Acting): Promise<Snapshot> {
    this.#requireEnabled();
    const id = randomUUID();
    await this.#deps.snapshots.issue({
      id,
      queueArn: acting.queue.key.arn,
      issuedTo: acting.userRef,
      issuedAt: Date.now(),
    });
    return { id, messages: this.#download(id, acting) };
  }

  async purge(acting: Acting, command: PurgeCommand) {
    const { client, flags, previews, snapshots } = this.#deps;
    const { key } = acting.queue;
    this.#requireEnabled();
    requireConfirmation(acting.queue, command.confirm);
    const { attributes, sources } = await previews.facts(acting.queue);
    const reasons = await flags.reasons(acting.queue, sources);
    if (reasons.length > 0) {
      throw new NotAllowedError(
        `Nobody may purge ${key.name}: ${reasons.join('; ')}`,
      );
    }
    await this.#requireNoRedrive(acting);
    const inSnapshot = await snapshots.use(command.snapshotId, {
      queueArn: key.arn,
      issuedTo: acting.userRef,
      since: Date.now() - SNAPSHOT_VALID_MS,
    });
    if (inSnapshot === undefined) {
      throw new ConflictError(
        `Download a snapshot of ${key.name} first: it allows one purge by who downloaded it, within 15 minutes`,
      );
    }
    await client.purge(key);
    return { before: attributes.visible, inSnapshot };
  }

  async *#download(
    id: string,
    { queue }: Acting,
  ): AsyncGenerator<PeekedMessage> {
    let count = 0;
    for await (const message of this.#deps.messages.export(
      queue,
      MAX_SNAPSHOT,
    )) {
      count += 1;
      yield message;
    }
    await this.#deps.snapshots.complete(id, count);
  }

  #requireEnabled(): void {
    const { readOnly, enabled } = this.#deps.rules;
    if (readOnly) throw readOnlyError();
    if (!enabled) {
      throw new NotAllowedError(
        'Purging is off: slipway.queues.purge.enabled is not set in the config of Slipway',
      );
    }
  }

  /** What a redrive is about to move back must not be deleted under its hands. */
  async #requireNoRedrive({ queue }: Acting): Promise<void> {
    const active = await this.#deps.redrives.active();
    if (active.some(({ queueArn }) => queueArn === queue.key.arn)) {
      throw new ConflictError(
        `A redrive of ${queue.key.name} is running; wait for it, or cancel it`,
      );
    }
  }
}
