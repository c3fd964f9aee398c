import { queueSpecSchema, serviceSpecSchema } from '@slipway/platform-common';
import { JsonObject } from '@backstage/types';
import Ajv from 'ajv';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import {
  templateNames,
  templatesDirectory,
} from '../__testUtils__/goldenBackend';

const textOf = (name: string) =>
  readFileSync(join(templatesDirectory, name, 'template.yaml'), 'utf8');

const services = templateNames.filter(name => /-service$/.test(name));

/** What may differ between the cards of runtimes. */
function shared(name: string): string {
  return textOf(name)
    .replace(/^ {2}(name|title|description|tags): .*$/gm, '  $1')
    .replace(/^ {4}- title: Documentation of .*\n {6}url: .*$/m, '')
    .replace(/^ {8}runtime: [\w-]+$/m, '        runtime');
}

describe('cards', () => {
  it('are the same for every runtime, but for its name', () => {
    const [first, ...others] = services;
    expect(others).toHaveLength(3);
    for (const other of others) expect(shared(other)).toBe(shared(first));
    const named = services.map(
      name => /^ {8}runtime: ([\w-]+)$/m.exec(textOf(name))?.[1],
    );
    expect(named).toEqual(services.map(name => name.replace(/-service$/, '')));
  });

  it.each([...templateNames])('%s says what it is and whose', name => {
    const { metadata, spec } = parse(textOf(name));
    expect(metadata).toEqual({
      name,
      title: expect.stringMatching(/^[A-Z].{3,40}$/),
      description: expect.stringMatching(/^[A-Z].{60,300}\.$/),
      tags: expect.any(Array),
      links: [
        {
          title: expect.any(String),
          url: expect.stringMatching(/^https:/),
          icon: 'docs',
        },
      ],
      annotations: {
        'slipway.io/template-version': '1',
        'slipway.io/path': expect.any(String),
      },
    });
    expect(spec.owner).toBe('group:default/platform');
    const steps: Array<{ id: string; name: string; action: string }> =
      spec.steps;
    expect(new Set(steps.map(({ id }) => id)).size).toBe(steps.length);
    expect(steps[0].action).toBe('slipway:request:describe');
    expect(steps.at(-1)?.action).toBe('slipway:request:open');
    // Nothing is created before the checks have passed.
    const at = (action: string) =>
      steps.findIndex(step => step.action === action);
    const created = at('github:repo:create');
    expect(at('slipway:infra:check')).toBeLessThan(
      created < 0 ? steps.length : created,
    );
    expect(spec.output).toMatchObject({
      findings: expect.any(String),
      cost: expect.any(String),
    });
  });
});

const good: JsonObject = {
  name: 'order-mailer',
  description: 'Mails customers',
  owner: 'group:default/orders',
  system: 'system:default/order-system',
  environments: ['dev'],
  platform: 'eks',
  kind: 'api',
};
const queue = (change: JsonObject): JsonObject => ({
  queues: [{ name: 'orders', ...change }],
});

/** What the pages of the form say, all at once. */
function formRefuses(values: JsonObject): boolean {
  // The form has marks for its fields, which are no words of JSON Schema.
  const ajv = new Ajv({ strict: false, unicodeRegExp: true });
  const pages: JsonObject[] = parse(textOf('go-service')).spec.parameters;
  return pages.some(page => !ajv.validate(page, values));
}

describe('the form of a service', () => {
  it.each<[string, JsonObject]>([
    ['a short name', { name: 'ab' }],
    ['a long name', { name: 'a'.repeat(33) }],
    ['two dashes', { name: 'a--b' }],
    ['a dash at the end', { name: 'ab-' }],
    ['a line break in the name', { name: 'order\nmailer' }],
    ['a blank description', { description: '   ' }],
    ['a description of two lines', { description: 'a\nb' }],
    ['text that turns around', { description: 'a \u202e b' }],
    ['no environment', { environments: [] }],
    ['a platform that is none', { platform: 'vm' }],
    ['a kind that is none', { kind: 'job' }],
    ['a worker without a queue', { kind: 'worker' }],
    ['a queue with a dead-letter name', queue({ name: 'orders-dlq' })],
    ['an unknown setting', queue({ delay: 1 })],
    ['0 attempts', queue({ maxReceiveCount: 0 })],
    ['21 attempts', queue({ maxReceiveCount: 21 })],
    ['half an attempt', queue({ maxReceiveCount: 1.5 })],
    ['a timeout of 9 seconds', queue({ visibilityTimeout: 9 })],
    ['a timeout of 13 hours', queue({ visibilityTimeout: 46_800 })],
    ['retention for ever', queue({ retentionDays: 15 })],
    ['retention as long as that of dead letters', queue({ retentionDays: 14 })],
    ['deduplication without FIFO', queue({ contentBasedDeduplication: true })],
    ['an alarm after a second', queue({ maxMessageAge: 1 })],
    ['no replica', { scaling: { min: 0 } }],
    ['101 replicas', { scaling: { max: 101 } }],
    [
      'an event type with a space',
      {
        subscriptions: [
          {
            queue: 'orders',
            source: 'topic',
            name: 'events',
            eventTypes: ['a b'],
          },
        ],
      },
    ],
    [
      'a source that is none',
      { subscriptions: [{ queue: 'orders', source: 'log', name: 'events' }] },
    ],
    ['a key with a dash', { table: { partitionKey: 'a-b' } }],
    ['a table with other settings', { table: { billing: 'free' } }],
    [
      'six indexes',
      {
        table: {
          indexes: Array(6).fill({ name: 'by-owner', partitionKey: 'a' }),
        },
      },
    ],
    ['a database that is no choice', { postgres: 'yes' }],
  ])('refuses %s, as the server does', (_, change) => {
    const values = { ...good, ...change };
    expect(formRefuses(values)).toBe(true);
    expect(
      serviceSpecSchema.safeParse({ ...values, runtime: 'go' }).success,
    ).toBe(false);
  });

  it('takes what the server takes', () => {
    const values = { ...good, ...queue({}), table: {}, ingress: 'public' };
    expect(formRefuses(values)).toBe(false);
    expect(
      serviceSpecSchema.safeParse({ ...values, runtime: 'go' }).success,
    ).toBe(true);
  });

  it('has the defaults of the server', () => {
    const pages: JsonObject[] = parse(textOf('go-service')).spec.parameters;
    const { queues } = Object(pages[2].properties);
    const defaults = Object.fromEntries(
      Object.entries<{ default?: unknown }>(queues.items.properties)
        .filter(([, field]) => field.default !== undefined)
        .map(([name, field]) => [name, field.default]),
    );
    const { name: _, ...expected } = queueSpecSchema.parse({ name: 'orders' });
    expect(defaults).toEqual(expected);
  });
});
