import { gitopsFiles } from '../argocd/__fixtures__/gitopsFiles';
import { startArgo, StartedArgo } from '../argocd/__fixtures__/startArgo';
import { KUBERNETES_TOKEN } from './createKubernetes';

// The machine that runs this may be busy with other suites.
jest.setTimeout(30_000);

let world: StartedArgo;
beforeEach(async () => {
  world = await startArgo({
    ...gitopsFiles('go-worker', 'dev', {
      env: {
        QUEUE_ORDERS_CREATED_URL:
          'https://sqs.eu-west-1.amazonaws.com/111111111111/dev-orders-created',
        SEND_MAIL_URL:
          'https://sqs.eu-west-1.amazonaws.com/111111111111/dev-mail',
      },
    }),
    ...gitopsFiles('web', 'dev', {
      annotations: { 'local-world.slipway.io/requests-per-second': '8' },
    }),
  });
});
afterEach(() => world.stop());

const CORE = '/clusters/dev-eks/api/v1';
const get = (path: string, token = KUBERNETES_TOKEN) =>
  world.call(path, { token });

const names = async (path: string): Promise<string[]> => {
  const { body } = await get(path);
  return body.items.map(
    (item: { metadata: { name: string } }) => item.metadata.name,
  );
};

const text = async (path: string) => {
  const response = await fetch(`${world.url}${path}`, {
    headers: { authorization: `Bearer ${KUBERNETES_TOKEN}` },
  });
  return { status: response.status, text: await response.text() };
};

describe('Kubernetes API stand-in', () => {
  it('answers a List without kinds in its items', async () => {
    const { body } = await get(`${CORE}/pods?labelSelector=app%3Dgo-worker`);
    expect(body).toMatchObject({ kind: 'PodList', apiVersion: 'v1' });
    expect(body.items).toHaveLength(2);
    expect(body.items[0].kind).toBeUndefined();
    expect(body.items[0]).toMatchObject({
      metadata: { namespace: 'order-system' },
      status: { phase: 'Running', containerStatuses: [{ ready: true }] },
    });
  });

  it('scopes lists to a namespace and pages them', async () => {
    expect(await names(`${CORE}/namespaces/default/pods`)).toEqual([]);
    const path = `${CORE}/namespaces/order-system/pods`;
    const { body } = await get(`${path}?limit=3`);
    expect(body.items).toHaveLength(3);
    const rest = `${path}?limit=3&continue=${body.metadata.continue}`;
    expect(await names(rest)).toHaveLength(1);
    expect(await names(`${CORE}/namespaces`)).toContain('order-system');
  });

  it.each([
    ['wrong', '/clusters/dev-eks/api/v1/pods', 401, 'Unauthorized'],
    [
      KUBERNETES_TOKEN,
      '/clusters/dev-eks/apis/example.com/v1/things',
      404,
      'NotFound',
    ],
    [
      KUBERNETES_TOKEN,
      '/clusters/dev-eks/api/v1/namespaces/a/pods/b',
      404,
      'NotFound',
    ],
    [
      KUBERNETES_TOKEN,
      '/clusters/dev-eks/api/v1/pods?labelSelector=(',
      400,
      'BadRequest',
    ],
    [
      KUBERNETES_TOKEN,
      '/clusters/dev-eks/api/v1/pods?watch=true',
      501,
      'NotImplemented',
    ],
    [KUBERNETES_TOKEN, '/clusters/dev-eks/healthz/etcd', 501, 'NotImplemented'],
    [KUBERNETES_TOKEN, '/clusters/other/api/v1/pods', 404, 'NotFound'],
  ])('with token %s, %s is %d %s', async (token, path, code, reason) => {
    const { status, body } = await get(path, token);
    expect(status).toBe(code);
    expect(body).toMatchObject({
      kind: 'Status',
      status: 'Failure',
      code,
      reason,
    });
  });

  it('discovers its kinds', async () => {
    expect((await get('/clusters/dev-eks/version')).body.major).toBe('1');
    const { body } = await get('/clusters/dev-eks/apis/apps/v1');
    expect(body.resources).toContainEqual(
      expect.objectContaining({ name: 'deployments', kind: 'Deployment' }),
    );
  });

  it('turns Deployments into workloads', () => {
    expect(world.world.workloads.list()).toEqual([
      expect.objectContaining({
        name: 'go-worker',
        consumes: ['dev-orders-created'],
        produces: [{ queue: 'dev-mail', perSecond: 1 }],
        requestsPerSecond: 0,
      }),
      expect.objectContaining({ name: 'web', requestsPerSecond: 8 }),
    ]);
  });

  it('logs errors of a failing consumer, whose pods stay running', async () => {
    const [pod] = await names(`${CORE}/pods?labelSelector=app%3Dgo-worker`);
    const path = `${CORE}/namespaces/order-system/pods/${pod}/log`;
    const level = async () => {
      const lines = (await text(`${path}?container=go-worker&tailLines=3`))
        .text;
      return JSON.parse(lines.trim().split('\n').at(-1) ?? '{}');
    };
    expect(await level()).toMatchObject({
      level: 'INFO',
      msg: 'message processed',
      queue: 'dev-orders-created',
    });
    world.world.workloads.fail('dev', 'go-worker', 'consumer-errors');
    await world.clock.advance(5_000);
    expect(await level()).toMatchObject({ level: 'ERROR' });
    expect(
      (await get(`${CORE}/namespaces/order-system/pods/${pod}`)).body.status
        .phase,
    ).toBe('Running');
    expect((await text(`${path}?container=nope`)).status).toBe(400);
    expect((await text(`${path}?previous=true`)).status).toBe(400);
  });

  it('replaces a deleted pod and tells of it in events', async () => {
    const [pod] = await names(`${CORE}/pods?labelSelector=app%3Dweb`);
    const path = `${CORE}/namespaces/order-system`;
    await world.call(`${path}/pods/${pod}`, {
      method: 'DELETE',
      token: KUBERNETES_TOKEN,
    });
    await world.clock.advance(10_000);
    const left = await names(`${CORE}/pods?labelSelector=app%3Dweb`);
    expect(left).toHaveLength(2);
    expect(left).not.toContain(pod);
    const events = left.map(name =>
      get(`${path}/events?fieldSelector=involvedObject.name=${name}`),
    );
    const reasons = (await Promise.all(events)).flatMap(({ body }) =>
      body.items.map((event: { reason: string }) => event.reason),
    );
    expect(reasons).toEqual([
      'Scheduled',
      'Pulling',
      'Pulled',
      'Created',
      'Started',
    ]);
  });

  it('shows a pod that cannot pull its image', async () => {
    const annotations = {
      'local-world.slipway.io/startup': 'image-pull-error',
    };
    world.source.push(
      gitopsFiles('web', 'dev', { tag: 'typo', annotations }),
      'Typo',
    );
    await world.clock.advance(20_000);
    const { body } = await get(
      `${CORE}/pods?fieldSelector=status.phase=Pending`,
    );
    expect(body.items).toHaveLength(1);
    expect(body.items[0].status.containerStatuses[0].state.waiting.reason).toBe(
      'ImagePullBackOff',
    );
  });
});
