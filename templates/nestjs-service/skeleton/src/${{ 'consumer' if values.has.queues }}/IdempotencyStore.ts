import { randomUUID } from 'node:crypto';
import {
  ConditionalCheckFailedException,
  DeleteItemCommand,
  type DynamoDBClient,
  PutItemCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import type { Logger } from '../telemetry/logging.js';

/** Another worker has the same event in hand. The message must be tried again later: that one may still fail. */
export class InProgressError extends Error {
  override readonly name = 'InProgressError';
}

// Longer than SQS keeps any message, so that a redriven dead letter is still known.
const KEEP_SECONDS = 15 * 24 * 3600;

/** Remembers handled events in a table with the key eventId and the expiry expiresAt: SQS delivers each at least once. */
export class IdempotencyStore {
  constructor(
    private readonly client: DynamoDBClient,
    private readonly table: string,
    private readonly log: Logger,
    private readonly now: () => number = Date.now,
  ) {}

  /**
   * Does the work unless it was done for this event before. A worker that dies holds the event for leaseSeconds, which
   * is when its message is visible again.
   * @throws InProgressError
   */
  async once(eventId: string, leaseSeconds: number, work: () => Promise<void>): Promise<void> {
    const owner = randomUUID();
    if (await this.#claim(eventId, owner, leaseSeconds)) {
      this.log.info({ eventId }, 'handled before');
      return;
    }
    try {
      await work();
    } catch (error) {
      await this.#release(eventId, owner);
      throw error;
    }
    await this.#complete(eventId, owner);
  }

  /** @returns whether it was handled before */
  async #claim(eventId: string, owner: string, leaseSeconds: number): Promise<boolean> {
    const now = this.now();
    const seconds = Math.floor(now / 1000);
    try {
      await this.client.send(
        new PutItemCommand({
          TableName: this.table,
          Item: {
            eventId: { S: eventId },
            status: { S: 'IN_PROGRESS' },
            owner: { S: owner },
            lockedUntil: { N: String(now + leaseSeconds * 1000) },
            expiresAt: { N: String(seconds + KEEP_SECONDS) },
          },
          // DynamoDB deletes what has expired up to days late.
          ConditionExpression:
            'attribute_not_exists(eventId) OR expiresAt < :seconds OR (#status = :inProgress AND lockedUntil < :milliseconds)',
          ExpressionAttributeNames: { '#status': 'status' },
          ExpressionAttributeValues: {
            ':seconds': { N: String(seconds) },
            ':milliseconds': { N: String(now) },
            ':inProgress': { S: 'IN_PROGRESS' },
          },
          ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
        }),
      );
      return false;
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
      if (error.Item?.['status']?.S === 'DONE') return true;
      throw new InProgressError('another worker has the event in hand', { cause: error });
    }
  }

  /** Does not fail the message: the work is done, and doing it again is what this class is there to prevent. */
  async #complete(eventId: string, owner: string): Promise<void> {
    try {
      await this.client.send(
        new UpdateItemCommand({
          TableName: this.table,
          Key: { eventId: { S: eventId } },
          UpdateExpression: 'SET #status = :done REMOVE #owner, lockedUntil',
          ConditionExpression: '#owner = :owner',
          ExpressionAttributeNames: { '#status': 'status', '#owner': 'owner' },
          ExpressionAttributeValues: { ':done': { S: 'DONE' }, ':owner': { S: owner } },
        }),
      );
    } catch (error) {
      this.log.error({ err: error, eventId }, 'event is not remembered: it is handled again if it comes again');
    }
  }

  /** Lets the next attempt begin at once. */
  async #release(eventId: string, owner: string): Promise<void> {
    try {
      await this.client.send(
        new DeleteItemCommand({
          TableName: this.table,
          Key: { eventId: { S: eventId } },
          ConditionExpression: '#owner = :owner',
          ExpressionAttributeNames: { '#owner': 'owner' },
          ExpressionAttributeValues: { ':owner': { S: owner } },
        }),
      );
    } catch (error) {
      this.log.warn({ err: error, eventId }, 'event stays locked until its message is visible again');
    }
  }
}
