import { randomUUID } from 'node:crypto';
import { Millis } from '../../world/types';
import {
  Deduplication,
  deduplicationIdOf,
  deduplicationKey,
} from './Deduplication';
import { MessageStore } from './MessageStore';
import { QueueActivity, noActivity } from './QueueActivity';
import {
  initialAttributes,
  nextAttributes,
  QueueAttributes,
} from './queueAttributes';
import { QueueTags } from './QueueTags';
import { parseRedrivePolicy, RedrivePolicy } from './redrivePolicy';
import { OutgoingMessage, SqsMessage } from './SqsMessage';

/** Messages a queue of the world holds at most, to bound memory; the oldest go first. */
export const QUEUE_CAP = 20_000;
/**
 * For how long CloudWatch goes on with a queue that is empty and that nobody calls.
 * @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/monitoring-using-cloudwatch.html
 */
const ACTIVE_MS = 6 * 3_600_000;

/** What a queue is called, and where. */
export interface QueueIdentity {
  readonly account: string;
  readonly region: string;
  readonly name: string;
}

export const arnOf = ({ region, account, name }: QueueIdentity): string =>
  `arn:aws:sqs:${region}:${account}:${name}`;

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
  #touchedAt: Millis;
  readonly #deduplication = new Deduplication();

  constructor(
    readonly identity: QueueIdentity,
    attributes: QueueAttributes,
    readonly createdAt: Millis,
  ) {
    this.arn = arnOf(identity);
    this.fifo = identity.name.endsWith('.fifo');
    this.messages = new MessageStore(this.fifo);
    this.modifiedAt = createdAt;
    this.#touchedAt = createdAt;
    this.#attributes = initialAttributes(attributes, this.fifo);
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
    const next = nextAttributes(this.#attributes, attributes);
    this.#redrive = parseRedrivePolicy(next.RedrivePolicy);
    this.#attributes = next;
    this.modifiedAt = now;
  }

  seconds(name: string): number {
    return Number(this.#attributes[name] ?? '0');
  }

  /** Puts a message in; a duplicate within 5 minutes on a FIFO queue answers the first one's id. */
  send(message: OutgoingMessage, senderId: string, now: Millis): SqsMessage {
    const deduplicationId = this.fifo
      ? deduplicationIdOf(message, this.#attributes)
      : undefined;
    const fresh = randomUUID();
    const id = this.#firstOf(fresh, message.groupId, deduplicationId, now);
    const delay = message.delaySeconds ?? this.seconds('DelaySeconds');
    const added: SqsMessage = {
      id,
      body: message.body,
      attributes: message.attributes ?? {},
      traceHeader: message.traceHeader,
      senderId,
      groupId: message.groupId,
      deduplicationId,
      sequence: this.#nextSequence(),
      sentAt: now,
      arrivedAt: now,
      receiveCount: 0,
      visibleAt: now + delay * 1000,
    };
    this.#activity.sent += 1;
    this.#activity.sentBytes += message.body.length;
    if (id === fresh) {
      this.accept(added, now);
    }
    return added;
  }

  /**
   * Takes over a message that `source` gave up on. A FIFO queue sees it as sent now, with its id to tell duplicates; a
   * standard queue keeps when it was first sent, and counts retention from there.
   * @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/setting-up-dead-letter-queue-retention.html
   */
  takeOver(message: SqsMessage, source: Queue, now: Millis): void {
    message.deadLetterSource = source.arn;
    message.visibleAt = now;
    message.receipt = undefined;
    message.arrivedAt = now;
    message.sequence = this.#nextSequence();
    if (this.fifo) {
      message.sentAt = now;
      message.deduplicationId = message.id;
    }
    this.accept(message, now);
  }

  /** Puts a message in as it is; CloudWatch does not count it as sent. */
  accept(message: SqsMessage, now: Millis): void {
    this.touch(now);
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

  /** Notes that somebody called. */
  touch(now: Millis): void {
    this.#touchedAt = Math.max(this.#touchedAt, now);
  }

  /** Whether CloudWatch has values of it: it holds messages, or somebody called in the last six hours. */
  isActive(now: Millis): boolean {
    return this.messages.size > 0 || now - this.#touchedAt < ACTIVE_MS;
  }

  #nextSequence(): number {
    this.#sequence += 1;
    return this.#sequence;
  }

  /** The id of the message that a new one repeats, or its own. */
  #firstOf(
    fresh: string,
    groupId: string | undefined,
    deduplicationId: string | undefined,
    now: Millis,
  ): string {
    if (deduplicationId === undefined) {
      return fresh;
    }
    const key = deduplicationKey(deduplicationId, groupId, this.#attributes);
    return this.#deduplication.first(key, fresh, now);
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
