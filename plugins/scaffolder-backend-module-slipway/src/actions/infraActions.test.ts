import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createMockDirectory } from '@backstage/backend-test-utils';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import { UpstreamError } from '@slipway/platform-node';
import { parse } from 'yaml';
import { orderMailer } from '../__testUtils__/orderMailerFiles';
import { renderInfrastructure } from '../__testUtils__/renderInfrastructure';
import { repositoryTree } from '../__testUtils__/repositoryTree';
import { InfrastructureTree } from '../clients/InfrastructureTree';
import { createCheckInfraAction } from './checkInfra';
import { checkInfraExamples } from './checkInfra.examples';
import { createEstimateCostAction } from './estimateCost';
import { estimateCostExamples } from './estimateCost.examples';

const unreachable: InfrastructureTree = {
  snapshot: async () => {
    throw new UpstreamError('unreachable', 'GitHub does not answer');
  },
  readText: async () => undefined,
};
const QUEUE = 'terraform/live/dev/services/order-mailer/queue-payments.tf';

describe('actions on rendered infrastructure', () => {
  const workspace = createMockDirectory();
  let files: ReadonlyMap<string, string>;

  beforeAll(async () => {
    files = await renderInfrastructure(orderMailer);
  });

  beforeEach(() => {
    workspace.clear();
    write(files);
  });

  function write(texts: ReadonlyMap<string, string>) {
    for (const [path, text] of texts) {
      const file = join(workspace.path, 'infrastructure', path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
  }

  function spoil() {
    const text = files.get(QUEUE) ?? '';
    write(
      new Map([[QUEUE, text.replace(/(max_receive_count +)= \d+/, '$1= 0')]]),
    );
  }

  async function run(
    tree: InfrastructureTree,
    options: { isDryRun?: boolean; cost?: boolean; sourcePath?: string } = {},
  ) {
    const { isDryRun = false, cost = false, sourcePath } = options;
    const [{ example }] = cost ? estimateCostExamples : checkInfraExamples;
    const [{ action: id, input }] = parse(example).steps;
    const output: Record<string, unknown> = {};
    const context = {
      ...createMockActionContext({
        workspacePath: workspace.path,
        input: sourcePath === undefined ? input : { sourcePath },
      }),
      isDryRun,
      output: (name: string, value: unknown) => {
        output[name] = value;
      },
    };
    const action = cost
      ? createEstimateCostAction(tree)
      : createCheckInfraAction(tree);
    expect(action).toMatchObject({ id, supportsDryRun: true });
    await action.handler(context);
    return output;
  }

  it('reports no findings where there are none', async () => {
    expect(await run(repositoryTree())).toEqual({
      findings: [],
      errors: 0,
      warnings: 0,
    });
  });

  it('stops a run, naming file, line and fix', async () => {
    spoil();
    await expect(run(repositoryTree())).rejects.toThrow(
      /Nothing was created: the checks found 1 error\.\nterraform.*queue-payments\.tf:\d+: .*max_receive_count.* Choose a value of max_receive_count/,
    );
  });

  it('only reports in a dry run', async () => {
    spoil();
    const { errors, findings } = await run(repositoryTree(), {
      isDryRun: true,
    });
    expect(errors).toBe(1);
    expect(findings).toEqual([
      expect.objectContaining({
        id: 'terraform-module-validation',
        file: QUEUE,
      }),
    ]);
  });

  it('needs the repository in a run, not in a dry run', async () => {
    await expect(run(unreachable)).rejects.toThrow(
      /GitHub does not answer.*Nothing was created/,
    );
    expect(await run(unreachable, { isDryRun: true })).toMatchObject({
      errors: 0,
      findings: [{ id: 'terraform-partly-checked', severity: 'info' }],
    });
  });

  it.each(['../elsewhere', 'missing'])('refuses the folder %s', async path => {
    await expect(run(repositoryTree(), { sourcePath: path })).rejects.toThrow(
      /path|folder/,
    );
  });

  it('estimates what the files cost', async () => {
    const { cost, summary } = await run(repositoryTree(), { cost: true });
    expect(summary).toMatch(/^[\d.]+ to [\d.]+ USD a month, list prices of 20/);
    expect(cost).toMatchObject({
      currency: 'USD',
      environments: [{ environment: 'dev' }, { environment: 'prod' }],
    });
  });

  it('estimates what it can without the repository', async () => {
    const { cost } = await run(unreachable, { cost: true });
    expect(cost).toMatchObject({
      note: expect.stringContaining('An unknown region is priced as eu-west-1'),
      environments: [
        { environment: 'dev', items: [{ item: 'Pods of order-mailer' }] },
        { environment: 'prod', items: [{ item: 'Pods of order-mailer' }] },
      ],
      notEstimated: expect.arrayContaining([
        'module queue_payments: it cannot be read now',
      ]),
    });
  });
});
