import { QueuesClient } from './QueuesClient';

const dlq = {
  entityRef: 'component:default/orders',
  environment: 'prod',
  queue: 'prod orders/dlq',
};
const base = 'http://localhost/api/slipway-queues';
const path = `${base}/v1/entities/component/default/orders/queues/prod/prod%20orders%2Fdlq`;

const redrive = {
  id: 'r1',
  kind: 'all',
  environment: 'prod',
  queue: dlq.queue,
  targets: ['orders'],
  status: 'running',
  moved: 0,
  startedAt: '2026-01-02T03:04:05Z',
};

function client(answer: Response) {
  const fetch = jest.fn(async (_url: RequestInfo | URL, _?: RequestInit) =>
    answer.clone(),
  );
  const queues = new QueuesClient({
    discoveryApi: { getBaseUrl: async () => base },
    fetchApi: { fetch },
  });
  return { queues, fetch };
}

describe('QueuesClient', () => {
  it.each<[string, (queues: QueuesClient) => Promise<unknown>, string, object]>(
    [
      [
        'starts a redrive',
        queues => queues.startRedrive(dlq, { confirm: dlq.queue, velocity: 5 }),
        `POST ${path}/redrives`,
        { confirm: dlq.queue, velocity: 5 },
      ],
      [
        'cancels one',
        queues => queues.cancelRedrive(dlq, 'r1'),
        `POST ${path}/redrives/r1/cancel`,
        {},
      ],
    ],
  )('%s by names, each encoded', async (_, act, expected, body) => {
    const { queues, fetch } = client(Response.json(redrive));
    await expect(act(queues)).resolves.toMatchObject({ status: 'running' });
    const [url, init] = fetch.mock.calls[0];
    expect(`${init?.method} ${url}`).toBe(expected);
    expect(JSON.parse(String(init?.body ?? '{}'))).toEqual(body);
  });

  it('asks for a range of history', async () => {
    const { queues, fetch } = client(
      Response.json({
        range: '14d',
        queue: { state: 'ok', source: { upstream: 'cloudwatch' } },
      }),
    );
    await queues.getHistory(dlq, '14d');
    expect(fetch.mock.calls[0][0]).toBe(`${path}/history?range=14d`);
  });

  it('refuses an answer of another shape', async () => {
    const { queues } = client(Response.json({ rows: 'many' }));
    await expect(queues.getBoard()).rejects.toThrow(/rows/);
  });

  it('gives messages as a file, a snapshot with its id', async () => {
    const headers = { 'slipway-snapshot': 's1' };
    const { queues } = client(new Response('{"id":1}\n', { headers }));
    const snapshot = await queues.snapshot(dlq);
    expect(snapshot.id).toBe('s1');
    expect(snapshot.file.size).toBe(9);
    expect((await queues.exportMessages(dlq)).size).toBe(9);
  });

  it('takes no snapshot that could not be named in a purge', async () => {
    const { queues } = client(new Response('{}\n'));
    await expect(queues.snapshot(dlq)).rejects.toThrow(/slipway-snapshot/);
  });

  it('purges without an answer', async () => {
    const { queues } = client(new Response(undefined, { status: 204 }));
    const command = { confirm: dlq.queue, snapshotId: 's1' };
    await expect(queues.purge(dlq, command)).resolves.toBeUndefined();
  });
});
