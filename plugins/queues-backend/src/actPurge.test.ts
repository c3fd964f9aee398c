import request from 'supertest';
import { TestDatabases } from '@backstage/backend-test-utils';
import { ActWorld } from './__testUtils__/ActWorld';

jest.setTimeout(60_000);

const messages = Array.from({ length: 3 }, (_, id) => ({
  body: JSON.stringify({ id, token: 'secret-value' }),
}));
const config = { purge: { enabled: true } };

describe('purging', () => {
  let world: ActWorld;
  const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
  beforeAll(async () => {
    world = await ActWorld.start();
  });
  afterEach(() => world.stopPortals());
  afterAll(() => world?.stop());

  type DeadLetters = Awaited<ReturnType<ActWorld['deadLetters']>>;
  async function snapshot(it: DeadLetters) {
    const response = await it
      .post('snapshot')
      .buffer(true)
      .parse((res, done) => {
        let text = '';
        res.on('data', chunk => {
          text += chunk;
        });
        res.on('end', () => done(null, text));
      });
    return {
      status: response.status,
      id: response.headers['slipway-snapshot'],
      exposed: response.headers['access-control-expose-headers'],
      text: String(response.body),
    };
  }

  it('deletes all after a snapshot, once, and says so to audit', async () => {
    const it = await world.deadLetters(messages, { config });
    expect((await it.get('actions')).body.purge).toEqual({ allowed: true });
    const { status, id: snapshotId, exposed, text } = await snapshot(it);
    expect(status).toBe(200);
    // Else a portal of another origin could not read the id.
    expect(exposed).toBe('slipway-snapshot');
    expect(text.trim().split('\n')).toHaveLength(3);
    expect(text).not.toContain('secret-value');
    const purged = await it.post('purge', { confirm: it.dlq, snapshotId });
    expect(purged.status).toBe(204);
    expect(world.count(it.dlq)).toBe(0);
    expect(it.auditor.createEvent).toHaveBeenLastCalledWith(
      expect.objectContaining({
        eventId: 'queue-purge',
        severityLevel: 'high',
        meta: expect.objectContaining({
          queue: it.dlq,
          userRef: 'user:default/mock',
          snapshotId,
        }),
      }),
    );
    expect(it.auditEvent.success).toHaveBeenLastCalledWith({
      meta: { before: { messages: 3, inSnapshot: 3 }, after: { messages: 0 } },
    });
    const again = await it.post('purge', { confirm: it.dlq, snapshotId });
    expect(again.status).toBe(409);
    expect(again.body.error.message).toMatch(/Download a snapshot/);
    const next = await snapshot(it);
    const tooSoon = await it.post('purge', {
      confirm: it.dlq,
      snapshotId: next.id,
    });
    expect(tooSoon.status).toBe(409);
    expect(tooSoon.body.error.message).toMatch(/purged less than a minute ago/);
  });

  it('wants a snapshot that is of this queue, of this person, whole and not old', async () => {
    const knex = await databases.init('SQLITE_3');
    const it = await world.deadLetters(messages, { config, knex });
    const purge = (snapshotId: string) =>
      it.post('purge', { confirm: it.dlq, snapshotId });
    expect((await purge('made-up')).status).toBe(409);
    const other = await world.deadLetters(messages, { config, knex });
    expect((await purge((await snapshot(other)).id)).status).toBe(409);
    const { id } = await snapshot(it);
    const set = (change: object) =>
      knex('queue_snapshots').where({ id }).update(change);
    await set({ issued_to: 'user:default/sam' });
    expect((await purge(id)).status).toBe(409);
    await set({
      issued_to: 'user:default/mock',
      issued_at: new Date(Date.now() - 16 * 60_000),
    });
    expect((await purge(id)).status).toBe(409);
    await set({ issued_at: new Date(), messages: null });
    expect((await purge(id)).status).toBe(409);
    await set({ messages: 3 });
    expect((await purge(id)).status).toBe(204);
  });

  it('refuses while a redrive runs, without the name, and where nobody may', async () => {
    const it = await world.deadLetters(messages, { config });
    const { id: snapshotId } = await snapshot(it);
    expect(
      (await it.post('purge', { confirm: 'yes', snapshotId })).status,
    ).toBe(400);
    expect((await it.post('purge', { confirm: it.dlq })).status).toBe(400);
    await it.post('redrives', { confirm: it.dlq, velocity: 1 });
    const refused = await it.post('purge', { confirm: it.dlq, snapshotId });
    expect(refused.status).toBe(409);
    expect(refused.body.error.message).toMatch(/redrive .* is running/);
    const flagged = await world.deadLetters(messages, {
      config,
      tags: { 'slipway:redrive': 'never' },
    });
    const never = await flagged.post('purge', {
      confirm: flagged.dlq,
      snapshotId: (await snapshot(flagged)).id,
    });
    expect(never.status).toBe(403);
    expect(world.count(flagged.dlq)).toBe(3);
    const live = await request(it.server)
      .post(it.path('purge').replace(it.dlq, it.source))
      .send({ confirm: it.source, snapshotId });
    expect(live.status).toBe(400);
  });

  it.each([
    ['off', {}, 'slipway.queues.purge.enabled'],
    ['read-only', { ...config, readOnly: true }, 'slipway.queues.readOnly'],
  ])('refuses when purging is %s', async (_, options, message) => {
    const it = await world.deadLetters(messages, { config: options });
    for (const act of [
      it.post('snapshot'),
      it.post('purge', { confirm: it.dlq, snapshotId: 'x' }),
    ]) {
      const { status, body } = await act;
      expect(status).toBe(403);
      expect(body.error.message).toContain(message);
    }
  });

  it('breaks off a snapshot that it cannot finish, which then allows nothing', async () => {
    const it = await world.deadLetters(
      Array.from({ length: 40 }, (_, id) => ({ body: `${id}` })),
      { config },
    );
    let calls = 0;
    const { messages: stored } = world.queue(it.dlq);
    const take = stored.take.bind(stored);
    jest.spyOn(stored, 'take').mockImplementation(limit => {
      calls += 1;
      if (calls === 2)
        world.world.chaos.set('aws/SQS/ReceiveMessage', { denied: true });
      return take(limit);
    });
    await expect(snapshot(it)).rejects.toThrow(/aborted|hang up|terminated/);
    jest.restoreAllMocks();
    world.world.chaos.reset();
    expect(it.auditEvent.fail).toHaveBeenCalled();
    expect(world.hidden(it.dlq)).toBe(0);
  });
});
