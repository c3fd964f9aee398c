import { TestBackend } from '@backstage/backend-test-utils';
import { JsonObject } from '@backstage/types';
import { parse } from 'yaml';
import { preview, startGoldenBackend } from '../__testUtils__/goldenBackend';

const values: JsonObject = {
  name: 'order-mailer',
  description:
    'Mails customers about their orders: "shipped", 100% sure & <fast>',
  owner: 'group:default/orders',
  system: 'system:default/order-system',
  environments: ['dev', 'prod'],
  platform: 'eks',
  kind: 'worker',
  queues: [{ name: 'order-mailer' }],
};

describe('template go-service', () => {
  let backend: TestBackend;

  beforeAll(async () => {
    backend = await startGoldenBackend();
  });

  it('previews', async () => {
    const { status, message, files } = await preview(
      backend,
      'go-service',
      values,
    );
    expect(message).toBeUndefined();
    expect(status).toBe(200);
    const component = parse(
      files.get('infrastructure/catalog/order-mailer.yaml')?.split('---')[0] ??
        '',
    );
    expect(component.metadata.description).toBe(values.description);
  });
});
