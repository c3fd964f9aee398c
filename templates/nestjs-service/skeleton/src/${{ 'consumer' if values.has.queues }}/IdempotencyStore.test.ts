import {
  type AttributeValue,
  ConditionalCheckFailedException,
  DeleteItemCommand,
  DynamoDBClient,
  PutItemCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { pino } from 'pino';
import { describe, expect, it, vi } from 'vitest';
import { IdempotencyStore, InProgressError } from './IdempotencyStore.js';

/** Keeps the conditions that the store asks DynamoDB for. */
function setup() {
  const items = new Map<string, Record<string, AttributeValue>>();
  const clock = { now: 1_000_000_000_000 };
  const client = new DynamoDBClient({ region: 'eu-west-1' });
  const refuse = (Item?: Record<string, AttributeValue>): never => {
    throw new ConditionalCheckFailedException({ message: 'no', $metadata: {}, ...(Item ? { Item } : {}) });
  };
  vi.spyOn(client, 'send').mockImplementation(async (command: unknown) => {
    if (command instanceof PutItemCommand) {
      const item = command.input.Item ?? {};
      const old = items.get(item['eventId']?.S ?? '');
      const free =
        !old ||
        Number(old['expiresAt']?.N) < clock.now / 1000 ||
        (old['status']?.S === 'IN_PROGRESS' && Number(old['lockedUntil']?.N) < clock.now);
      if (!free) refuse(old);
      items.set(item['eventId']?.S ?? '', item);
    } else if (command instanceof UpdateItemCommand || command instanceof DeleteItemCommand) {
      const id = command.input.Key?.['eventId']?.S ?? '';
      const values = command.input.ExpressionAttributeValues ?? {};
      const item = items.get(id);
      if (!item || item['owner']?.S !== values[':owner']?.S) refuse();
      else if (command instanceof DeleteItemCommand) items.delete(id);
      else items.set(id, { ...item, status: values[':done'] ?? { S: '' } });
    }
    return {};
  });
  return { items, clock, store: new IdempotencyStore(client, 'seen', pino({ enabled: false }), () => clock.now) };
}

describe('IdempotencyStore', () => {
  it('does the work once, until the event is forgotten', async () => {
    const { store, clock } = setup();
    const work = vi.fn<() => Promise<void>>().mockResolvedValue();
    for (let i = 0; i < 3; i++) await store.once('1', 60, work);
    expect(work).toHaveBeenCalledTimes(1);
    clock.now += 16 * 24 * 3600 * 1000;
    await store.once('1', 60, work);
    expect(work).toHaveBeenCalledTimes(2);
  });

  it('waits for another worker, and takes over from one that hangs', async () => {
    const { store, clock, items } = setup();
    await store.once('1', 60, async () => {
      await expect(store.once('1', 60, async () => {})).rejects.toThrow(InProgressError);
      clock.now += 61_000;
      await store.once('1', 60, async () => {});
    });
    expect(items.get('1')?.['status']?.S).toBe('DONE');
  });

  it('leaves nothing behind when the work fails', async () => {
    const { store, items } = setup();
    await expect(store.once('1', 60, async () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(items.size).toBe(0);
  });
});
