import { mockServices } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { JsonObject } from '@backstage/types';
import fc from 'fast-check';
import { parseAllDocuments } from 'yaml';
import { MemoryTree } from '../__testUtils__/MemoryTree';
import { merge, requestsOnTree } from '../__testUtils__/requestsOnTree';

// A backend starts, or schemas compile; a busy machine takes its time.
jest.setTimeout(60_000);

const service = (change: JsonObject = {}): JsonObject => ({
  name: 'order-mailer',
  description: 'Mails "customers" about their orders',
  owner: 'group:default/orders',
  system: 'system:default/order-system',
  environments: ['dev', 'prod'],
  runtime: 'go',
  platform: 'eks',
  kind: 'api',
  ...change,
});

async function treeWith(change: JsonObject): Promise<MemoryTree> {
  const tree = new MemoryTree();
  const spec = service(change);
  merge(tree, await requestsOnTree(tree).render({ path: 'new-service', spec }));
  return tree;
}

const copy = (tree: MemoryTree) =>
  new MemoryTree(Object.fromEntries(tree.files));

async function addQueue(tree: MemoryTree, queue: JsonObject) {
  const requests = requestsOnTree(tree, { components: ['order-mailer'] });
  const spec = { service: 'component:default/order-mailer', queue };
  const files = await requests.render({ path: 'add-queue', spec }, 'add-queue');
  merge(tree, files);
  return files;
}

const shape = fc.record({
  platform: fc.constantFrom('eks', 'ecs'),
  by: fc.constantFrom('cpu', 'queue', 'none'),
  first: fc.boolean(),
});
const name = fc
  .stringMatching(/^[a-z][a-z0-9]{1,6}(-[a-z0-9]{1,5})?[a-z]$/)
  .filter(text => !text.endsWith('-dlq'));
const queues = fc.uniqueArray(fc.record({ name, fifo: fc.boolean() }), {
  minLength: 2,
  maxLength: 4,
  selector: queue => queue.name,
});

describe('a queue added to a service', () => {
  it('gives the same files in any order, and twice', async () => {
    await fc.assert(
      fc.asyncProperty(
        shape,
        queues,
        fc.func(fc.integer()),
        async (is, added, rank) => {
          const own =
            is.first || is.by === 'queue' ? [{ name: 'orders-placed' }] : [];
          fc.pre(added.every(queue => queue.name !== 'orders-placed'));
          const base = await treeWith({
            platform: is.platform,
            scaling: { by: is.by },
            queues: own,
          });
          const [one, other] = [copy(base), copy(base)];
          for (const queue of added) await addQueue(one, queue);
          const order = [...added].sort(
            (a, b) =>
              rank(a.name) - rank(b.name) || b.name.localeCompare(a.name),
          );
          for (const queue of order) {
            const before = copy(other);
            const files = await addQueue(other, queue);
            merge(before, files);
            // The edits of a run on what the run itself made.
            const again = copy(other);
            for (const path of again.files.keys()) {
              if (path.endsWith(`queue-${queue.name}.tf`))
                again.files.delete(path);
            }
            await addQueue(again, queue);
            expect(again.files).toEqual(other.files);
          }
          expect(Object.fromEntries(other.files)).toEqual(
            Object.fromEntries(one.files),
          );
        },
      ),
      { numRuns: 25 },
    );
  }, 120_000);

  it.each(['eks', 'ecs'])(
    'is all that changes in the files of %s',
    async platform => {
      const tree = await treeWith({
        platform,
        scaling: { by: 'queue' },
        queues: [{ name: 'orders-placed' }],
        table: {},
      });
      const before = new Map(tree.files);
      const files = await addQueue(tree, { name: 'refunds' });
      for (const { path, content } of files) {
        const was = before.get(path);
        if (was === undefined) continue;
        const lines = content.split('\n');
        // Every line that was there is there still, in its order; only the list of ARNs is one line.
        let from = 0;
        for (const line of was.split('\n')) {
          if (line.includes('amazon-sqs-queue-arn')) continue;
          from = lines.indexOf(line, from) + 1;
          expect({ path, line, found: from > 0 }).toEqual({
            path,
            line,
            found: true,
          });
        }
        expect(content).toMatch(/refunds/);
      }
      expect(files.map(({ path }) => path).sort()).toEqual(
        expect.arrayContaining([
          '.slipway/add-queue-order-mailer--refunds.yaml',
          'catalog/order-mailer.yaml',
          'terraform/live/dev/services/order-mailer/queue-refunds.tf',
          'terraform/live/prod/services/order-mailer/queue-refunds.tf',
        ]),
      );
      expect(
        files.filter(file => file.path.endsWith('idempotency.tf')),
      ).toEqual([]);
    },
  );

  it('keeps the comments, order and quotes of people', async () => {
    const tree = await treeWith({ queues: [{ name: 'orders-placed' }] });
    const path = 'gitops/apps/order-mailer/overlays/dev/deployment.yaml';
    const edited = (tree.files.get(path) ?? '')
      .replace(
        '          env:\n',
        "          env:\n            # Ours\n            - name: ZULU\n              value: 'on' # because\n\n",
      )
      .replace('apiVersion', '# Kept by hand\napiVersion');
    tree.files.set(path, edited);
    await addQueue(tree, { name: 'refunds' });
    const text = tree.files.get(path) ?? '';
    const added = text
      .split('\n')
      .filter(line => !edited.split('\n').includes(line));
    expect(added).toHaveLength(3);
    expect(text).toContain('# Ours\n            - name: ');
    expect(text).toContain("value: 'on' # because\n\n");
    expect(text.startsWith('# Kept by hand\n')).toBe(true);
    const [document] = parseAllDocuments(text);
    expect(document.errors).toEqual([]);
  });

  it('brings the table of handled events with the first queue', async () => {
    const tree = await treeWith({});
    const files = await addQueue(tree, { name: 'refunds' });
    expect(files.map(({ path }) => path)).toEqual(
      expect.arrayContaining([
        'terraform/live/dev/services/order-mailer/idempotency.tf',
      ]),
    );
    expect(
      tree.files.get('gitops/apps/order-mailer/overlays/prod/deployment.yaml'),
    ).toContain('value: prod-order-mailer-idempotency');
  });

  it('leaves alone what it does not understand, and says so', async () => {
    const tree = await treeWith({});
    const path = 'gitops/apps/order-mailer/overlays/dev/deployment.yaml';
    for (const [text, message] of [
      ['spec: [', `${path} of the infrastructure repository is no YAML`],
      [
        'spec:\n  template:\n    spec:\n      containers:\n        - env: none\n',
        `${path} of the infrastructure repository has not a list at spec.template.spec.containers.0.env`,
      ],
    ]) {
      tree.files.set(path, text);
      await expect(addQueue(copy(tree), { name: 'refunds' })).rejects.toThrow(
        message,
      );
    }
  });

  it('is refused where another service of the account has its name', async () => {
    const tree = await treeWith({});
    const taken = 'terraform/live/prod/services/other/queue-refunds.tf';
    tree.files.set(taken, '');
    await expect(addQueue(tree, { name: 'refunds' })).rejects.toThrow(
      `queue.name 'refunds' is taken: ${taken} is in`,
    );
    const empty = new MemoryTree();
    empty.files.set(taken, '');
    await expect(
      requestsOnTree(empty).describe({
        path: 'new-service',
        spec: service({ queues: [{ name: 'orders' }, { name: 'refunds' }] }),
      }),
    ).rejects.toThrow(`queues[1].name 'refunds' is taken: ${taken} is in`);
  });

  it('is refused where nothing would tell the service of it', async () => {
    const tree = await treeWith({});
    tree.files.delete('gitops/apps/order-mailer/overlays/prod/deployment.yaml');
    await expect(addQueue(tree, { name: 'refunds' })).rejects.toThrow(
      /^service: gitops.*prod\/deployment.yaml is not in the infrastructure/,
    );
  });

  it('is refused where ECS would scale by too many', async () => {
    const tree = await treeWith({
      platform: 'ecs',
      scaling: { by: 'queue' },
      queues: [...'abcdefgh'].map(letter => ({ name: `queue-${letter}` })),
    });
    await expect(addQueue(tree, { name: 'refunds' })).rejects.toThrow(
      "queue.name 'refunds' would be one queue too many to scale by",
    );
  });

  const asked = (spec: object) => ({ path: 'add-queue' as const, spec });
  const good = {
    service: 'component:default/order-mailer',
    queue: { name: 'refunds' },
  };

  it('is refused where it cannot be', async () => {
    const tree = await treeWith({ queues: [{ name: 'orders-placed' }] });
    const { describe: ask } = requestsOnTree(tree, {
      components: ['order-mailer', 'by-hand'],
    });
    const refusals: Array<[object, string]> = [
      [
        { ...good, queue: { name: 'orders-placed' } },
        "queue.name 'orders-placed' is taken: terraform/live/dev",
      ],
      [{ ...good, queue: { name: 'x' } }, 'queue.name must be 3 to 32'],
      [
        { ...good, queue: { name: 'refunds', retentionDays: 14 } },
        'queue.dlqRetentionDays must be longer',
      ],
      [
        { ...good, service: 'component:default/none' },
        "service 'component:default/none' is no component",
      ],
      [
        { ...good, service: 'component:default/by-hand' },
        "service 'by-hand' has no files of a golden path",
      ],
      [
        { ...good, service: 'group:default/orders' },
        "service 'group:default/orders' is no component",
      ],
      [{ queue: good.queue }, 'service must be given'],
    ];
    for (const [spec, message] of refusals) {
      await expect(ask(asked(spec))).rejects.toThrow(message);
    }
  });

  it('is for who may change the service', async () => {
    const { describe: ask } = requestsOnTree(await treeWith({}), {
      components: ['order-mailer'],
      permissions: mockServices.permissions({ result: AuthorizeResult.DENY }),
    });
    await expect(ask(asked(good))).rejects.toThrow(
      'You lack the permission slipway.services.change on component:default/order-mailer',
    );
  });
});
