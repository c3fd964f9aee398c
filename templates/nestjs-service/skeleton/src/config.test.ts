import { describe, expect, it } from 'vitest';
import { completeEnvironment } from './completeEnvironment.testing.js';
import { loadConfig } from './config.js';

describe('loadConfig', () => {
  it('has defaults', () => {
    const config = loadConfig({ ...completeEnvironment, PORT: '' });
    expect(config).toMatchObject({ OTEL_SERVICE_NAME: '${{ values.spec.name }}', PORT: 8080, LOG_LEVEL: 'info' });
{% if values.has.queues %}
    expect(config.queues).toEqual([
      { name: 'dev-orders', url: completeEnvironment.QUEUE_ORDERS_URL, visibilityTimeout: 90 },
    ]);
{% endif %}
  });

  it('names everything that is missing', () => {
    for (const key of Object.keys(completeEnvironment)) {
      const named = key.startsWith('QUEUE_') ? /QUEUE_<NAME>_URL/ : new RegExp(`${key} is required`);
      expect(() => loadConfig({})).toThrow(named);
    }
  });

  it('names everything that is wrong', () => {
    const wrong = {
      PORT: 'http',
      LOG_LEVEL: 'loud',
{% if values.has.queues %}
      SQS_BATCH_SIZE: '11',
      QUEUE_BAD_URL: 'dev-orders',
      QUEUE_BAD_VISIBILITY_TIMEOUT: '1m',
{% endif %}
    };
    for (const key of Object.keys(wrong)) {
      expect(() => loadConfig({ ...completeEnvironment, ...wrong })).toThrow(key);
    }
  });
});
