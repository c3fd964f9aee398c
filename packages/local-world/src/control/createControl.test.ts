import request from 'supertest';
import { createAws } from '../aws/createAws';
import { demoEnvironments } from '../demo/environments';
import { CallCounter } from '../world/CallCounter';
import { Chaos } from '../world/Chaos';
import { DefaultWorkloadRegistry } from '../world/DefaultWorkloadRegistry';
import { DefaultWorldClock } from '../world/DefaultWorldClock';
import { World } from '../world/WorldPart';
import { createControl } from './createControl';

const url = 'http://127.0.0.1:1';

function setUp() {
  const clock = DefaultWorldClock.create({ mode: 'manual', start: 1_000 });
  const world: World = {
    clock,
    environments: demoEnvironments,
    workloads: new DefaultWorkloadRegistry(clock),
    counter: new CallCounter(),
    chaos: new Chaos(),
    seed: 1,
    stateDir: '',
    urls: {
      control: url,
      aws: url,
      github: url,
      argocd: url,
      amp: url,
      kubernetes: url,
    },
  };
  const aws = createAws(world);
  world.workloads.upsert({
    name: 'go-worker',
    environment: 'dev',
    platform: 'eks',
    requestsPerSecond: 0,
    consumes: ['dev-orders-created'],
    produces: [],
    replicas: 1,
    image: 'go-worker:1',
  });
  aws.queues.ensure(
    {
      account: '111111111111',
      region: 'eu-west-1',
      name: 'dev-orders-created',
    },
    {},
  );
  const reset = jest.fn(async () => {});
  const control = createControl({ world, aws, parts: [aws], reset });
  return { world, aws, control, reset, http: request(control.app) };
}

describe('the control server', () => {
  it('is ready once told so', async () => {
    const { http, control } = setUp();
    await http.get('/healthz').expect(503);
    control.ready();
    const reply = await http.get('/healthz').expect(200);
    expect(reply.body).toEqual({ ready: true });
  });

  it('makes a workload fail and heals it', async () => {
    const { http } = setUp();
    const failures = async () =>
      (await http.get('/api/state').expect(200)).body.workloads[0].failures;
    await http
      .post('/api/workloads/dev/go-worker/fail')
      .send({ mode: 'consumer-errors' })
      .expect(200);
    expect(await failures()).toEqual(['consumer-errors']);
    await http.post('/api/workloads/dev/go-worker/heal').expect(200);
    expect(await failures()).toEqual([]);
    const unknown = await http
      .post('/api/workloads/dev/nobody/fail')
      .send({ mode: 'slow' })
      .expect(404);
    expect(unknown.body.error).toBe('No workload nobody in environment dev');
    const bad = await http
      .post('/api/workloads/dev/go-worker/fail')
      .send({ mode: 'explode' })
      .expect(400);
    expect(bad.body.error).toContain('mode');
  });

  it('rolls images out on ECS only', async () => {
    const { http, world } = setUp();
    const worker = world.workloads.list()[0];
    world.workloads.upsert({ ...worker, name: 'api', platform: 'ecs' });
    const image = { image: 'api:2' };
    await http.post('/api/workloads/dev/api/deploy').send(image).expect(200);
    expect(world.workloads.get('dev', 'api')?.image).toBe('api:2');
    const refused = await http
      .post('/api/workloads/dev/go-worker/deploy')
      .send(image)
      .expect(404);
    expect(refused.body.error).toContain('comes from Git');
  });

  it('moves time, sets faults, sends messages, counts calls and resets', async () => {
    const { http, world, aws, reset } = setUp();
    const moved = await http.post('/api/clock/advance').send({ ms: 5_000 });
    expect(moved.body).toEqual({ now: 6_000 });
    await http.post('/api/clock/advance').send({ ms: -1 }).expect(400);
    const rules = await http
      .put('/api/chaos')
      .send({ 'aws/SQS': { throttleRate: 0.5 }, github: {} });
    expect(rules.body).toEqual({ 'aws/SQS': { throttleRate: 0.5 } });
    await http
      .put('/api/chaos')
      .send({ aws: { typo: 1 } })
      .expect(400);
    const target = { environment: 'dev', queue: 'dev-orders-created' };
    await http
      .post('/api/messages')
      .send({ ...target, count: 3 })
      .expect(200);
    const queue = aws.queues.all()[0];
    expect(queue.messages.size).toBe(3);
    await http
      .post('/api/messages')
      .send({ ...target, queue: 'nowhere', count: 1 })
      .expect(404);
    world.counter.count('SQS', 'SendMessage');
    world.counter.noteUnchanged('GitHub');
    const calls = await http.get('/api/calls').expect(200);
    expect(calls.body).toEqual({
      total: 1,
      calls: { SQS: { SendMessage: 1 } },
      unchanged: { GitHub: 1 },
    });
    await http.post('/api/calls/reset').expect(200);
    expect(world.counter.total()).toBe(0);
    await http.post('/api/reset').expect(200);
    expect(reset).toHaveBeenCalledTimes(1);
  });

  it('refuses other hosts, other sites and bodies that are no JSON', async () => {
    const { http, reset } = setUp();
    await http.get('/api/state').set('host', 'evil.example').expect(403);
    await http
      .post('/api/reset')
      .set('host', '127.0.0.1:7100')
      .set('origin', 'https://evil.example')
      .expect(403);
    expect(reset).not.toHaveBeenCalled();
    await http
      .post('/api/reset')
      .set('host', '127.0.0.1:7100')
      .set('origin', 'http://127.0.0.1:7100')
      .expect(200);
    await http
      .post('/api/clock/advance')
      .set('content-type', 'application/json')
      .send('{')
      .expect(400);
  });

  it('shows a page that loads nothing from elsewhere', async () => {
    const { http } = setUp();
    const page = await http.get('/').expect(200);
    expect(page.headers['content-security-policy']).toContain(
      "default-src 'none'",
    );
    expect(page.text).toContain('Simulated data');
    expect(page.text).not.toMatch(/src="|href="/);
  });
});
