import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Knex from 'knex';
import request from 'supertest';
import { ActWorld, TestMessage } from './__testUtils__/ActWorld';
import { queueArn } from './__fixtures__/testEntities';

jest.setTimeout(120_000);

const messages = (count: number, more: Partial<TestMessage> = {}) =>
  Array.from({ length: count }, (_, id) => ({ body: `m${id}`, ...more }));

describe('redriving chosen messages', () => {
  let world: ActWorld;
  beforeAll(async () => {
    world = await ActWorld.start();
  });
  afterEach(() => world.stopPortals());
  afterAll(() => world?.stop());

  type DeadLetters = Awaited<ReturnType<ActWorld['deadLetters']>>;
  const idsOf = (queue: string) =>
    [...world.queue(queue).messages.all()].map(({ id }) => id);
  const bodiesOf = (queue: string) =>
    [...world.queue(queue).messages.all()].map(({ body }) => body).sort();

  async function over(it: DeadLetters, id: string) {
    for (let attempt = 0; attempt < 200; attempt += 1) {
      const { body } = await it.get('redrives');
      const found = body.redrives.find(
        (each: { id: string }) => each.id === id,
      );
      if (!['starting', 'running', 'cancelling'].includes(found.status))
        return found;
      await new Promise(resolve => setTimeout(resolve, 50));
    }
    throw new Error('The redrive did not end');
  }
  async function move(it: DeadLetters, messageIds: readonly string[]) {
    const started = await it.post('redrives', { confirm: it.dlq, messageIds });
    expect(started.status).toBe(202);
    expect(started.body).toMatchObject({
      kind: 'selected',
      status: 'running',
      toMove: new Set(messageIds).size,
    });
    return over(it, started.body.id);
  }

  it('moves them with all they have, and no others', async () => {
    const it = await world.deadLetters([
      ...messages(30),
      {
        body: 'with all',
        traceHeader: 'Root=1-5759e988-bd862e3fe1be46a994272793',
        attributes: {
          text: { DataType: 'String.label', StringValue: 'ü' },
          number: { DataType: 'Number', StringValue: '1.5' },
          bytes: {
            DataType: 'Binary',
            BinaryValue: Buffer.from([0, 255, 128]),
          },
        },
      },
    ]);
    const ids = idsOf(it.dlq);
    const done = await move(it, [ids[30], ids[3], ids[3]]);
    expect(done).toMatchObject({
      status: 'completed',
      moved: 2,
      startedBy: 'user:default/mock',
    });
    expect(bodiesOf(it.source)).toEqual(['m3', 'with all']);
    expect(world.count(it.dlq)).toBe(29);
    expect(world.hidden(it.dlq)).toBe(0);
    const [, moved] = (await world.receiveAll(it.source)).sort((a, b) =>
      a.Body! < b.Body! ? -1 : 1,
    );
    expect(moved).toMatchObject({
      Body: 'with all',
      Attributes: {
        AWSTraceHeader: 'Root=1-5759e988-bd862e3fe1be46a994272793',
      },
      MessageAttributes: {
        text: { DataType: 'String.label', StringValue: 'ü' },
        number: { DataType: 'Number', StringValue: '1.5' },
        bytes: { DataType: 'Binary' },
      },
    });
    expect([...(moved.MessageAttributes?.bytes.BinaryValue ?? [])]).toEqual([
      0, 255, 128,
    ]);
  });

  it('keeps the order of FIFO groups, also when one message fails', async () => {
    const it = await world.deadLetters(messages(4, { groupId: 'a' }), {
      fifo: true,
    });
    const done = await move(it, idsOf(it.dlq));
    expect(done).toMatchObject({ status: 'completed', moved: 4 });
    const received = await world.receiveAll(it.source);
    expect(received.map(({ Body }) => Body)).toEqual(['m0', 'm1', 'm2', 'm3']);

    const failing = await world.deadLetters(messages(3, { groupId: 'a' }), {
      fifo: true,
    });
    world.world.chaos.set('aws/SQS/SendMessage', { denied: true });
    const failed = await move(failing, idsOf(failing.dlq));
    expect(failed).toMatchObject({ status: 'failed', moved: 0 });
    expect(failed.failure).toContain('1 × AWS denied sqs:SendMessage');
    expect(failed.failure).toContain(
      '2 × an earlier message of its group was not moved',
    );
    expect(world.count(failing.dlq)).toBe(3);
  });

  it('says what it did not find, and moves the rest', async () => {
    const it = await world.deadLetters(messages(2));
    const done = await move(it, [...idsOf(it.dlq), 'never-there']);
    expect(done).toMatchObject({ status: 'failed', moved: 2 });
    expect(done.failure).toMatch(
      /^2 of 3 messages moved; 1 still in the dead-letter queue. 1 not found/,
    );
  });

  it('leaves what does not say where it came from', async () => {
    const it = await world.deadLetters(messages(1));
    world.running.aws.flow.send(
      world.queue(it.dlq),
      { body: 'sent here directly' },
      'test',
    );
    const done = await move(it, idsOf(it.dlq));
    expect(done).toMatchObject({
      status: 'failed',
      moved: 1,
      failure: expect.stringContaining('does not say which queue it came from'),
    });
    expect(bodiesOf(it.dlq)).toEqual(['sent here directly']);
  });

  it.each([
    [
      'ReceiveMessage',
      { failRate: 1 },
      { status: 'failed', moved: 0, source: 0, dlq: 3 },
    ],
    [
      'SendMessage',
      { throttleRate: 1 },
      { status: 'failed', moved: 0, source: 0, dlq: 3 },
    ],
    [
      'DeleteMessage',
      { denied: true },
      { status: 'failed', moved: 3, source: 3, dlq: 3 },
    ],
    [
      'ChangeMessageVisibilityBatch',
      { denied: true },
      { status: 'completed', moved: 3, source: 3, dlq: 0 },
    ],
  ])('loses nothing when %s fails', async (operation, rule, expected) => {
    const it = await world.deadLetters(messages(3));
    world.world.chaos.set(`aws/SQS/${operation}`, rule);
    const done = await move(it, idsOf(it.dlq));
    expect({
      status: done.status,
      moved: done.moved,
      source: world.count(it.source),
      dlq: world.count(it.dlq),
    }).toEqual(expected);
  });

  it('stops between two messages when somebody cancels', async () => {
    const it = await world.deadLetters(messages(20));
    world.world.chaos.set('aws/SQS/SendMessage', { latencyMs: 150 });
    const { body } = await it.post('redrives', {
      confirm: it.dlq,
      messageIds: idsOf(it.dlq),
    });
    const second = await it.post('redrives', { confirm: it.dlq });
    expect(second.status).toBe(409);
    await new Promise(resolve => setTimeout(resolve, 500));
    const cancelled = await it.post(`redrives/${body.id}/cancel`);
    expect(cancelled.body).toMatchObject({
      status: 'cancelling',
      cancelledBy: 'user:default/mock',
    });
    const done = await over(it, body.id);
    expect(done.status).toBe('cancelled');
    expect(done.moved).toBeGreaterThan(0);
    expect(done.moved).toBeLessThan(20);
    expect(world.count(it.source)).toBe(done.moved);
    expect(world.count(it.dlq)).toBe(20 - done.moved);
  });

  it.each([
    ['SendMessage', 1],
    ['SendMessage', 4],
    ['DeleteMessage', 2],
    ['DeleteMessage', 5],
  ])(
    'loses nothing when its process is killed at %s number %s',
    async (operation, number) => {
      const folder = await mkdtemp(join(tmpdir(), 'slipway-kill-'));
      const file = join(folder, 'db.sqlite');
      const knex = Knex({
        client: 'better-sqlite3',
        connection: { filename: file },
        useNullAsDefault: true,
      });
      try {
        const it = await world.deadLetters(messages(6), { knex });
        const id = `killed-${operation}-${number}`;
        await knex('queue_redrives').insert({
          id,
          queue_arn: queueArn(it.dlq),
          active_arn: queueArn(it.dlq),
          kind: 'selected',
          environment: 'dev',
          queue: it.dlq,
          entity_ref: 'component:default/orders',
          owners: '[]',
          targets: JSON.stringify([it.source]),
          status: 'running',
          to_move: 6,
          moved: 0,
          started_by: 'user:default/mock',
          started_at: new Date(),
          previous_task_at: 0,
          beat_at: new Date(),
        });
        world.world.counter.reset();
        world.world.chaos.set(`aws/SQS/${operation}`, { latencyMs: 300 });
        const child = spawn(
          process.execPath,
          [
            '--require',
            require.resolve('@backstage/cli/config/nodeTransform.cjs'),
            join(__dirname, '__testUtils__', 'moveInChild.ts'),
            file,
            id,
            ...idsOf(it.dlq),
          ],
          { env: process.env, stdio: ['ignore', 'ignore', 'pipe'] },
        );
        let errors = '';
        child.stderr.on('data', chunk => {
          errors += chunk;
        });
        const exited = new Promise(resolve =>
          child.once('exit', (_, signal) => resolve(signal)),
        );
        while (
          (world.world.counter.counts().SQS?.[operation] ?? 0) < number &&
          child.exitCode === null
        ) {
          await new Promise(resolve => setTimeout(resolve, 10));
        }
        child.kill('SIGKILL');
        expect([await exited, errors]).toEqual(['SIGKILL', '']);
        // What was on its way arrives.
        await new Promise(resolve => setTimeout(resolve, 500));
        world.world.chaos.reset();

        const both = new Set([...bodiesOf(it.source), ...bodiesOf(it.dlq)]);
        expect([...both].sort()).toEqual(messages(6).map(({ body }) => body));
        expect(
          world.count(it.source) + world.count(it.dlq),
        ).toBeLessThanOrEqual(7);

        await knex('queue_redrives').update({
          beat_at: new Date(Date.now() - 61_000),
        });
        const next = await world.portal({ entities: it.entities, knex });
        await next.follow();
        const { body } = await request(next.server).get(it.path('redrives'));
        expect(body.redrives).toMatchObject([
          {
            id,
            status: 'interrupted',
            failure: expect.stringMatching(
              /^The portal stopped after \d of 6 messages/,
            ),
          },
        ]);
        await world.world.clock.advance(301_000);
        const again =
          (await next.server) &&
          (await it.post('redrives', {
            confirm: it.dlq,
            messageIds: idsOf(it.dlq),
          }));
        expect(again.status).toBe(202);
        await over(it, again.body.id);
        expect(new Set(bodiesOf(it.source)).size).toBe(6);
        expect(world.count(it.dlq)).toBe(0);
      } finally {
        await world.stopPortals();
        await knex.destroy();
        await rm(folder, { recursive: true, force: true });
      }
    },
  );
});
