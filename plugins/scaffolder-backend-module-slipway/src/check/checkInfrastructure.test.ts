import { ServiceSpecInput } from '@slipway/platform-common';
import { orderMailer } from '../__testUtils__/orderMailerFiles';
import { renderInfrastructure } from '../__testUtils__/renderInfrastructure';
import { repositoryFiles } from '../__testUtils__/repositoryTree';
import { checkInfrastructure } from './checkInfrastructure';
import { fileSourceOf } from '@slipway/infrastructure-code';
import { Finding } from './Finding';

// A backend starts, or schemas compile; a busy machine takes its time.
jest.setTimeout(60_000);

const base = fileSourceOf(repositoryFiles());
const ROOT = 'terraform/live/dev/services/order-mailer';
const QUEUE = `${ROOT}/queue-orders-created.tf`;
const OVERLAY = 'gitops/apps/order-mailer/overlays/dev/kustomization.yaml';

const everything: Partial<ServiceSpecInput> = {
  table: {
    partitionKey: 'id',
    indexes: [{ name: 'by-day', partitionKey: 'day' }],
  },
  subscriptions: [
    { queue: 'orders-created', source: 'topic', name: 'order-events' },
    { queue: 'orders-created', source: 'bus', name: 'shop' },
  ],
  sendsTo: ['notifications'],
  publishesTo: ['order-events'],
};

describe('checkInfrastructure', () => {
  let files: ReadonlyMap<string, string>;

  beforeAll(async () => {
    files = await renderInfrastructure({ ...orderMailer, ...everything });
  });

  const check = (changed: ReadonlyMap<string, string>) =>
    checkInfrastructure(changed, { base });

  /** Findings when something is replaced in a file that has none. */
  async function spoil(
    file: string,
    from: string | RegExp,
    to: string,
  ): Promise<Finding[]> {
    const text = files.get(file) ?? '';
    const spoiled = text.replace(from, to);
    expect(spoiled).not.toBe(text);
    return check(new Map([...files, [file, spoiled]]));
  }

  it('finds nothing in the modules and roots of this repository', async () => {
    const all = repositoryFiles('terraform/**/*.{tf,json,yaml}');
    expect(await check(all)).toEqual([]);
  });

  it.each<[string, Partial<ServiceSpecInput>]>([
    ['EKS with every option', {}],
    [
      'EKS without any',
      {
        queues: [],
        postgres: false,
        redis: false,
        scaling: { by: 'none' },
        ingress: 'none',
        subscriptions: [],
        canary: false,
      },
    ],
    ['ECS with every option', { platform: 'ecs', canary: false }],
    [
      'an ECS worker in Java',
      {
        platform: 'ecs',
        canary: false,
        kind: 'worker',
        ingress: 'none',
        runtime: 'quarkus',
      },
    ],
  ])('finds nothing in %s', async (_, changes) => {
    const rendered = await renderInfrastructure({
      ...orderMailer,
      ...everything,
      ...changes,
    });
    expect(rendered.size).toBeGreaterThan(15);
    expect(await check(rendered)).toEqual([]);
  });

  it.each<[string, string, string | RegExp, string, Partial<Finding>]>([
    [
      'a syntax error',
      QUEUE,
      /= \d+\n/,
      '=\n',
      { id: 'terraform-syntax', line: expect.any(Number) },
    ],
    [
      'a format error',
      QUEUE,
      /^ {2}source +=/m,
      '  source=',
      { id: 'terraform-format', line: 2 },
    ],
    [
      'an unknown input',
      QUEUE,
      '  tags ',
      '  labels = {}\n  tags ',
      {
        id: 'terraform-module-input',
        message: expect.stringContaining("no input 'labels'"),
      },
    ],
    [
      'a missing input',
      QUEUE,
      /^ {2}region .*\n/m,
      '',
      {
        id: 'terraform-module-input',
        message: "Module queue_orders_created needs the input 'region'",
        line: 1,
      },
    ],
    [
      'an input of another type',
      QUEUE,
      /(max_receive_count +)= \d+/,
      '$1= "often"',
      {
        id: 'terraform-module-input',
        message:
          'Module queue_orders_created: max_receive_count must be a number',
      },
    ],
    [
      'a value that the module refuses',
      QUEUE,
      /(max_receive_count +)= \d+/,
      '$1= 0',
      {
        id: 'terraform-module-validation',
        message: expect.stringContaining('max_receive_count'),
      },
    ],
    [
      'an output that is not there',
      QUEUE,
      'module.environment.region',
      'module.environment.zone',
      {
        id: 'terraform-reference',
        message: expect.stringContaining('module.environment.zone'),
      },
    ],
    [
      'a module that is not there',
      QUEUE,
      'modules/sqs-queue',
      'modules/queue',
      { id: 'terraform-module-missing' },
    ],
    [
      'a module from elsewhere',
      QUEUE,
      /"[./]+modules\/sqs-queue"/,
      '"terraform-aws-modules/sqs/aws"',
      { id: 'terraform-module-source', severity: 'warning' },
    ],
    [
      'a resource with a mistyped argument',
      QUEUE,
      /^/,
      'resource "aws_sns_topic" "t" {\n  nam = "t"\n}\n\n',
      {
        id: 'terraform-schema',
        line: 2,
        message: 'aws_sns_topic has no argument nam',
      },
    ],
    [
      'a resource without what it needs',
      QUEUE,
      /^/,
      'resource "aws_iam_role" "t" {\n  arn = "t"\n}\n\n',
      {
        id: 'terraform-schema',
        message: 'aws_iam_role needs assume_role_policy',
      },
    ],
    [
      'broken YAML',
      OVERLAY,
      'resources:',
      'resources: [',
      { id: 'yaml-syntax' },
    ],
    [
      'a key that is there twice',
      OVERLAY,
      /^/,
      'namespace: x\n',
      { id: 'yaml-syntax', message: expect.stringContaining('unique') },
    ],
    [
      'an image without a tag',
      OVERLAY,
      /newTag: .*/,
      'newTag: latest',
      {
        id: 'kubernetes-image-tag',
        file: 'gitops/apps/order-mailer/base/deployment.yaml',
      },
    ],
    [
      'pods that are not hardened',
      'gitops/apps/order-mailer/base/kustomization.yaml',
      /.*hardened\n/,
      '',
      {
        id: 'kubernetes-non-root',
        file: 'gitops/apps/order-mailer/base/deployment.yaml',
      },
    ],
  ])('finds %s', async (_, file, from, to, finding) => {
    expect(await spoil(file, from, to)).toContainEqual(
      expect.objectContaining({
        file,
        severity: 'error',
        reason: expect.any(String),
        fix: expect.any(String),
        ...finding,
      }),
    );
  });

  it('says what it could not check when main is not known', async () => {
    const findings = await checkInfrastructure(files, {});
    expect(findings).toEqual([
      expect.objectContaining({
        id: 'terraform-partly-checked',
        severity: 'info',
      }),
    ]);
  });

  it('sees what a change means for files that are there already', async () => {
    const queue = new Map([[QUEUE, files.get(QUEUE) ?? '']]);
    const rest = new Map([...repositoryFiles(), ...files]);
    rest.delete(QUEUE);
    const known = { base: fileSourceOf(rest) };
    expect(await checkInfrastructure(queue, known)).toEqual([]);
    rest.delete(`${ROOT}/identity.tf`);
    expect(await checkInfrastructure(queue, known)).toContainEqual(
      expect.objectContaining({
        id: 'terraform-reference',
        message: expect.stringContaining('module.identity'),
      }),
    );
  });
});
