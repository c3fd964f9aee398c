import {
  ChangeMessageVisibilityBatchCommand,
  DeleteMessageBatchCommand,
  type Message,
  ReceiveMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { pino } from 'pino';
import { describe, expect, it, vi } from 'vitest';
import { Metrics } from '../telemetry/metrics.js';
import { QueueConsumer } from './QueueConsumer.js';
import { backoff } from './settle.js';

const message = (id: string, attempts = '1', group?: string): Message => ({
  MessageId: id,
  ReceiptHandle: id,
  Body: id,
  Attributes: { ApproximateReceiveCount: attempts, ...(group ? { MessageGroupId: group } : {}) },
});

/** Runs a consumer over answers of the queue; after the last one it is stopped. */
async function run(answers: (Message[] | Error)[], handle: (body: string) => Promise<void>) {
  const deleted: (string | undefined)[] = [];
  const delayed: Record<string, number | undefined> = {};
  const stop = new AbortController();
  const client = new SQSClient({ region: 'eu-west-1' });
  vi.spyOn(client, 'send').mockImplementation(async (command: unknown) => {
    if (command instanceof ReceiveMessageCommand) {
      const answer = answers.shift();
      if (answers.length === 0) stop.abort();
      if (answer instanceof Error) throw answer;
      return { Messages: answer };
    }
    if (command instanceof DeleteMessageBatchCommand) {
      deleted.push(...(command.input.Entries ?? []).map(({ ReceiptHandle }) => ReceiptHandle));
    }
    if (command instanceof ChangeMessageVisibilityBatchCommand) {
      for (const entry of command.input.Entries ?? []) delayed[entry.ReceiptHandle ?? ''] = entry.VisibilityTimeout;
    }
    return { Failed: [{ Id: '0', Code: 'InternalError', SenderFault: false }] };
  });
  const metrics = new Metrics({ OTEL_SERVICE_NAME: 'shop' });
  const consumer = new QueueConsumer({
    client,
    queue: { name: 'dev-orders', url: 'https://sqs.example/dev-orders', visibilityTimeout: 60 },
    batchSize: 10,
    handler: { handle },
    metrics,
    log: pino({ enabled: false }),
  });
  expect(consumer.ready).toBe(false);
  await consumer.run(stop.signal);
  return { deleted: deleted.toSorted(), delayed, text: await metrics.registry.metrics() };
}

describe('QueueConsumer', () => {
  it('deletes only what was handled', async () => {
    const { deleted, delayed, text } = await run(
      [[message('good'), message('bad', '3'), message('fine')]],
      async (body) => {
        if (body === 'bad') throw new Error('no');
      },
    );
    expect(deleted).toEqual(['fine', 'good']);
    expect(delayed).toEqual({ bad: 8 });
    const series =
      'messaging_process_duration_seconds_count{service_name="shop",messaging_destination_name="dev-orders",error_type=';
    expect(text).toContain(`${series}""} 2`);
    expect(text).toContain(`${series}"error"} 1`);
  });

  it('stops the rest of a FIFO group after a failure', async () => {
    const seen: string[] = [];
    const batch = [message('a1', '1', 'a'), message('b1', '1', 'b'), message('a2', '1', 'a'), message('b2', '1', 'b'), message('a3', '1', 'a')];
    const { deleted, delayed } = await run([batch], async (body) => {
      seen.push(body);
      if (body === 'a2') throw new Error('no');
    });
    expect(seen).not.toContain('a3');
    expect(deleted).toEqual(['a1', 'b1', 'b2']);
    expect(delayed).toEqual({ a2: 2, a3: 2 });
  });

  it('goes on after a failed receive, and finishes what is in hand when it is stopped', async () => {
    const { deleted } = await run([new Error('throttled'), [message('slow')]], async () => {
      await new Promise((resolve) => setTimeout(resolve, 50));
    });
    expect(deleted).toEqual(['slow']);
  });

  it.each([
    [0, 2],
    [Number.NaN, 2],
    [4, 16],
    [100, 60],
  ])('hides after %d attempts for %d s', (attempts, seconds) => {
    expect(backoff(attempts, 60)).toBe(seconds);
  });
});
