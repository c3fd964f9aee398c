import { randomUUID } from 'node:crypto';
import { Millis } from '../../world/types';
import { AwsError } from '../server/AwsError';
import { MessageStore } from './MessageStore';
import { QueueActivity, noActivity } from './QueueActivity';
import { defaultAttributes, QueueAttributes } from './queueAttributes';
import { QueueTags } from './QueueTags';
import { parseRedrivePolicy, RedrivePolicy } from './redrivePolicy';
import { OutgoingMessage, SqsMessage } from './SqsMessage';

/** Messages a queue of the world holds at most, to bound memory; the oldest go first. */
export const QUEUE_CAP = 20_000;
const DEDUPLICATION_MS = 300_000;

/** What a queue is called, and where. */
export interface QueueIdentity {
  readonly account: string;
  readonly region: string;
  readonly name: string;
}

/** One queue: its attributes, its tags and its messages. Times are simulated. */
export class Queue {
  readonly arn: string;
  readonly fifo: boolean;
  readonly tags = new QueueTags();
  readonly messages: MessageStore;
  /** Messages lost to the cap. */
  dropped = 0;
  lastPurge: Millis | undefined;
  modifiedAt: Millis;
  #attributes: QueueAttributes;
  #redrive: RedrivePolicy | undefined;
  #activity = noActivity();
  #sequence = 0;
  readonly #deduplication = new Map<string, { id: string; until: Millis }>();

  constructor(
    readonly identity: QueueIdentity,
    attributes: QueueAttributes,
    readonly createdAt: Millis,
  ) {
    this.arn = `arn:aws:sqs:${identity.region}:${identity.account}:${identity.name}`;
    this.fifo = identity.name.endsWith('.fifo');
    this.messages = new MessageStore(this.fifo);
    this.modifiedAt = createdAt;
    this.#attributes = { ...defaultAttributes, ...attributes };
    this.#redrive = parseRedrivePolicy(this.#attributes.RedrivePolicy);
  }

  get name(): string {
    return this.identity.name;
  }

  get redrivePolicy(): RedrivePolicy | undefined {
    return this.#redrive;
  }

  /** Attributes that were set, or their defaults. */
  get attributes(): Readonly<QueueAttributes> {
    return this.#attributes;
  }

  setAttributes(attributes: QueueAttributes, now: Millis): void {
    const next = { ...this.#attributes, ...attributes };
    this.#redrive = parseRedrivePolicy(next.RedrivePolicy);
    for (const [name, value] of Object.entries(next)) {
      if (value === '') {
        delete next[name];
      }
    }
    this.#attributes = next;
    this.modifiedAt = now;
  }

  seconds(name: string): number {
    return Number(this.#attributes[name] ?? '0');
  }

  /** Puts a message in; a duplicate within 5 minutes on a FIFO queue answers the first one's id. */
  send(message: OutgoingMessage, senderId: string, now: Millis): SqsMessage {
    const key = this.#deduplicationKey(message);
    const seen = key === undefined ? undefined : this.#deduplication.get(key);
    const delay = message.delaySeconds ?? this.seconds('DelaySeconds');
    this.#sequence += 1;
    const added: SqsMessage = {
      id: seen && seen.until > now ? seen.id : randomUUID(),
      body: message.body,
      attributes: message.attributes ?? {},
      senderId,
      groupId: message.groupId,
      deduplicationId: key,
      sequence: this.#sequence,
      sentAt: now,
      receiveCount: 0,
      visibleAt: now + delay * 1000,
    };
    this.#activity.sent += 1;
    this.#activity.sentBytes += message.body.length;
    if (added.id !== seen?.id) {
      this.accept(added, now);
    }
    if (key !== undefined) {
      this.#deduplication.set(key, {
        id: added.id,
        until: now + DEDUPLICATION_MS,
      });
    }
    return added;
  }

  /** Takes a message over from elsewhere, as it is; CloudWatch does not count it as sent. */
  accept(message: SqsMessage, now: Millis): void {
    if (this.messages.size >= QUEUE_CAP) {
      this.#dropOldest();
    }
    this.messages.add(message, now);
  }

  /** What happened since the last call of this method. */
  takeActivity(): QueueActivity {
    const activity = this.#activity;
    this.#activity = noActivity();
    return activity;
  }

  countReceive(messages: number): void {
    this.#activity.received += messages;
    this.#activity.emptyReceives += messages === 0 ? 1 : 0;
  }

  countDelete(): void {
    this.#activity.deleted += 1;
  }

  /** Forgets messages older than the retention period. */
  expire(now: Millis): void {
    const limit = now - this.seconds('MessageRetentionPeriod') * 1000;
    const old = [...this.messages.all()].filter(item => item.sentAt < limit);
    old.forEach(message => this.messages.remove(message.id));
  }

  #deduplicationKey(message: OutgoingMessage): string | undefined {
    if (!this.fifo) {
      return undefined;
    }
    const byContent = this.#attributes.ContentBasedDeduplication === 'true';
    const key =
      message.deduplicationId ?? (byContent ? message.body : undefined);
    if (key === undefined) {
      throw new AwsError(
        'InvalidParameterValue',
        'The queue should either have ContentBasedDeduplication enabled or MessageDeduplicationId provided explicitly',
      );
    }
    return key;
  }

  #dropOldest(): void {
    this.messages.take(1);
    this.dropped += 1;
    if (this.dropped === 1) {
      process.stderr.write(
        `local-world: queue ${this.name} is full (${QUEUE_CAP} messages); its oldest messages are dropped\n`,
      );
    }
  }
}
