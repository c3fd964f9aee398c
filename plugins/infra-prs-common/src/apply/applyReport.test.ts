import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ApplyReport, applyReportSchema, ApplyRoot } from './applyReport';
import { applySummary, applyTitle } from './applySummary';
import {
  fitApplyReport,
  formatApplyReport,
  parseApplyReport,
} from './applyText';
import { maskSecrets } from './maskSecrets';
import { readApplyLog } from './readApplyLog';
import { resourceName } from './resourceWord';

const at = { path: 'terraform/live/dev/services/orders', environment: 'dev' };
const log = (name: string) =>
  readFileSync(
    path.resolve(__dirname, `../../corpus/applies/${name}.jsonl`),
    'utf8',
  );
const root = (over: Partial<ApplyRoot> = {}): ApplyRoot => ({
  ...at,
  state: 'succeeded',
  added: 1,
  changed: 0,
  destroyed: 0,
  created: [
    { address: 'aws_sqs_queue.q', type: 'aws_sqs_queue', name: 'dev-orders' },
  ],
  ...over,
});
const report = (roots: readonly ApplyRoot[]): ApplyReport => ({
  version: 1,
  commitSha: 'a'.repeat(40),
  roots,
});

describe('what terraform apply -json printed', () => {
  it('is read when it failed, up to where it came', () => {
    const read = readApplyLog(log('failed'), at);
    expect(read).toMatchObject({
      ...at,
      state: 'failed',
      added: 3,
      changed: 0,
      destroyed: 0,
      startedAt: '2026-11-28T11:20:22.341Z',
    });
    expect(read?.error).toContain(
      'terraform_data.bad: local-exec provisioner error',
    );
    expect(read?.error).not.toContain('hunter2222');
    expect(read?.created.map(({ address }) => address)).toEqual([
      'terraform_data.queue',
      'terraform_data.other[0]',
      'terraform_data.other[1]',
    ]);
  });

  it('is read when it went well, with the counts of the apply and not of the plan', () => {
    expect(readApplyLog(log('retried'), at)).toMatchObject({
      state: 'succeeded',
      added: 1,
      destroyed: 1,
      created: [{ address: 'terraform_data.bad', type: 'terraform_data' }],
    });
  });

  it('is a failure when it ends before the apply does', () => {
    const lines = log('retried').split('\n').slice(0, -4).join('\n');
    expect(readApplyLog(lines, at)).toMatchObject({
      state: 'failed',
      error: 'The log ends before the apply does',
    });
  });

  it.each(['', 'Error: no such file', '{"a": 1}', '{{{{'])(
    'is not %j',
    text => {
      expect(readApplyLog(text, at)).toBeUndefined();
    },
  );
});

describe('the report of an apply', () => {
  it('goes through the text of a check and comes back', () => {
    const sent = report([
      root(),
      root({ state: 'failed', error: 'no\n```\n' }),
    ]);
    expect(parseApplyReport(`Words.\n${formatApplyReport(sent)}More`)).toEqual(
      sent,
    );
    expect(parseApplyReport('nothing here')).toBeUndefined();
    expect(() => parseApplyReport('```json slipway-apply\n{"a":')).toThrow(
      'cut off',
    );
  });

  it('hides nothing, shows no secret, and is bounded', () => {
    const hostile = report([
      root({
        state: 'failed',
        error: `\u001b[31m\u202egnp\u0000 AKIAABCDEFGHIJKLMNOP ${'x'.repeat(
          9_000,
        )}`,
      }),
    ]);
    const [read] = applyReportSchema.parse(hostile).roots;
    expect(read.error).toMatch(/^\\u\{1b\}\[31m\\u\{202e\}gnp/);
    expect(read.error).toContain('(hidden)');
    expect(read.error).toHaveLength(5_000);
    expect(() =>
      applyReportSchema.parse({ ...hostile, roots: [{ ...at, added: -1 }] }),
    ).toThrow();
  });

  it('loses what matters least when it is too long', () => {
    const many = Array.from({ length: 500 }, (_, i) => ({
      address: `aws_sqs_queue.q${i}`,
      type: 'aws_sqs_queue',
      name: `dev-queue-${i}`,
    }));
    const roots = Array.from({ length: 40 }, (_, i) =>
      root({ created: many, ...(i === 7 && { state: 'failed', error: 'E' }) }),
    );
    const text = fitApplyReport(report(roots));
    expect(text.length).toBeLessThanOrEqual(65_535);
    const read = parseApplyReport(text);
    expect(read?.roots).toHaveLength(40);
    expect(read?.roots[7]).toMatchObject({ state: 'failed', error: 'E' });
    const { created = [], omittedCreated = 0 } = read?.roots[0] ?? {};
    expect(created.length + omittedCreated).toBe(500);
    const short = parseApplyReport(fitApplyReport(report(roots), 2_000));
    expect(short?.roots[0]).toMatchObject({ state: 'failed' });
  });

  it('is told in words', () => {
    const roots = [
      root(),
      root({ state: 'failed', error: 'LimitExceeded\npassword: "abcd"' }),
      root({ state: 'waiting' }),
    ];
    expect(applyTitle(roots)).toBe('1 of 3 failed');
    expect(applyTitle([root(), root({ state: 'running' })])).toBe(
      '1 of 2 applied',
    );
    const summary = applySummary(roots);
    expect(summary).toContain('- Queue `dev-orders`');
    expect(summary).toContain('    LimitExceeded');
    expect(summary).not.toContain('abcd');
    expect(summary).toContain('waits for its turn');
  });
});

describe('secrets in what tools print', () => {
  it.each([
    ['key AKIAABCDEFGHIJKLMNOP used', 'key (hidden) used'],
    [`t ghp_${'a'.repeat(36)}`, 't (hidden)'],
    ['postgres://app:s3cret@db/x', 'postgres://app:(hidden)@db/x'],
    ['DB_PASSWORD=abc def', 'DB_PASSWORD=(hidden) def'],
    ['"master_password": "a b"', '"master_password": (hidden)'],
    ['Authorization: Bearer abc.def', 'Authorization: Bearer (hidden)'],
    [
      '-----BEGIN RSA PRIVATE KEY-----\nabc\n-----END RSA PRIVATE KEY-----',
      '(hidden)',
    ],
    ['AccessDenied: no secretsmanager', 'AccessDenied: no secretsmanager'],
  ])('%j becomes %j', (text, masked) => {
    expect(maskSecrets(text)).toBe(masked);
    expect(maskSecrets(masked)).toBe(masked);
  });

  it('are looked for in no more than a moment', () => {
    const started = Date.now();
    for (const part of ['password', '://a', 'eyJ', ' =', 'secret-', '"'])
      maskSecrets(part.repeat(5_000));
    expect(Date.now() - started).toBeLessThan(2_000);
  });
});

it.each([
  ['aws_sqs_queue', 'https://sqs.eu-west-1.amazonaws.com/1/dev-q', 'dev-q'],
  ['aws_dynamodb_table', 'dev-t', 'dev-t'],
  ['random_password', 'none', undefined],
  ['aws_secretsmanager_secret_version', 'arn:x|y', undefined],
])('the name of an %s with the id %s is %s', (type, id, name) => {
  expect(resourceName(type, id)).toBe(name);
});
