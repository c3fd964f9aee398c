import 'reflect-metadata';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { pino } from 'pino';
import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it{% if values.has.http and (values.has.postgres or values.has.table or values.has.redis or values.has.publishes or values.has.sends) %}, vi{% endif %} } from 'vitest';
import { completeEnvironment } from './completeEnvironment.testing.js';
import { loadConfig } from './config.js';
import { createApp } from './createApp.js';
{% if values.has.http and (values.has.publishes or values.has.sends) %}
import { EventPublisher } from './events/EventPublisher.js';
{% endif %}
import { ReadinessService } from './http/ReadinessService.js';
{% if values.has.http %}
import { InMemoryRecordStore } from './records/InMemoryRecordStore.js';
import { RECORD_STORE } from './records/RecordStore.js';
{% endif %}

describe('the service', () => {
  let app: NestExpressApplication;
  beforeAll(async () => {
    app = await createApp(loadConfig(completeEnvironment), pino({ enabled: false }));
    await app.init();
  });
  afterAll(() => app.close());
  const http = () => request(app.getHttpServer());

  it('answers probes', async () => {
    await http().get('/healthz').expect(204);
    const metrics = await http().get('/metrics').expect(200);
    expect(metrics.text).toContain('process_cpu_seconds_total');
    app.get(ReadinessService).stop();
    const notReady = await http().get('/readyz').expect(503);
    expect(notReady.body).toMatchObject({ status: 503, detail: 'stopping' });
  });

  it('gives requests an id', async () => {
    const given = await http().get('/nothing').set('X-Request-Id', 'abc-1').expect(404);
    expect(given.headers['x-request-id']).toBe('abc-1');
    expect(given.headers['content-type']).toContain('application/problem+json');
    const made = await http().get('/nothing').set('X-Request-Id', 'a b');
    expect(made.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
  });
{% if values.has.http %}

  it('keeps and finds records', async () => {
    stub();
    const created = await http().post('/v1/records').send({ type: 'note', data: { text: 'hello' } }).expect(201);
    const found = await http().get(created.headers['location'] ?? '').expect(200);
    expect(found.body).toEqual(created.body);
    expect(found.body).toMatchObject({ type: 'note', data: { text: 'hello' } });
    const metrics = await http().get('/metrics');
    expect(metrics.text).toContain(
      'http_server_request_duration_seconds_count{service_name="${{ values.spec.name }}",http_request_method="GET",http_route="/v1/records/:id",http_response_status_code="200"} 1',
    );
  });

  it.each([
    ['text', 'text/plain', 'hello', 415, 'application/json'],
    ['broken JSON', 'application/json', '{', 400, 'JSON'],
    ['a wrong type', 'application/json', '{"type":"1","data":{}}', 422, 'type'],
    ['wrong data', 'application/json', '{"type":"a","data":[]}', 422, 'data'],
    ['another field', 'application/json', '{"type":"a","data":{},"id":"1"}', 422, 'id'],
    ['too much', 'application/json', `{"type":"${'x'.repeat(300_000)}"}`, 413, 'too large'],
  ])('refuses %s', async (_, type, body, status, says) => {
    stub();
    const { text } = await http().post('/v1/records').set('Content-Type', type).send(body).expect(status);
    expect(text).toContain(says);
  });

  it('finds nothing, and tells nothing of what is inside', async () => {
    const store = stub();
    await http().get('/v1/records/none').expect(404);
    store.get = async () => Promise.reject(new Error('password=secret refused'));
    const { text } = await http().get('/v1/records/1').expect(500);
    expect(text).not.toContain('secret');
  });

  /** A store in memory in place of the real one{% if values.has.publishes or values.has.sends %}, and nobody to tell{% endif %}. */
  function stub() {
    const memory = new InMemoryRecordStore();
    const store: InMemoryRecordStore = app.get(RECORD_STORE);
{% if values.has.postgres or values.has.table or values.has.redis %}
    vi.spyOn(store, 'save').mockImplementation((record) => memory.save(record));
    vi.spyOn(store, 'get').mockImplementation((id) => memory.get(id));
{% else %}
    store.get = (id) => memory.get(id);
    store.save = (record) => memory.save(record);
{% endif %}
{% if values.has.publishes or values.has.sends %}
    vi.spyOn(app.get(EventPublisher), 'publish').mockResolvedValue();
{% endif %}
    return store;
  }
{% endif %}
});
