import { createHash } from 'node:crypto';
import { fitPlanReport, MAX_CHECK_TEXT } from './fitPlanReport';
import { PlanReport, PlanRoot } from './planReport';
import { packPlanReport, parsePlanReport } from './planText';
import { planTotals } from './planTotals';
import { planSummary } from './planSummary';
import { readPlan } from './readPlan';
import { codeText, safeText } from './safeText';
import { parseTerraformPlan } from './terraformPlan';
import { toPlanRoot } from './toPlanRoot';

const at = { path: 'terraform/live/dev/services/a', environment: 'dev' };
const sha256 = (text: string) =>
  createHash('sha256').update(text).digest('hex');
const reportOf = (...roots: PlanRoot[]): PlanReport => ({
  version: 1,
  runner: 'terraform',
  headSha: 'a'.repeat(40),
  roots,
});

/** JSON of a plan, made as text, so that keys can be anything. */
const planText = (resources: readonly string[]) =>
  `{"format_version":"1.2","resource_changes":[${resources.join()}]}`;
const resource = (n: number, change: string) =>
  `{"address":"module.m.aws_sqs_queue.q[\\"key-${n}\\"]","module_address":"module.m","mode":"managed","type":"aws_sqs_queue","name":"q","change":${change}}`;
const rootOf = (text: string) =>
  toPlanRoot(readPlan(parseTerraformPlan(text)), at);

describe('hostile plans', () => {
  it('cannot change what objects are by their keys', () => {
    const root = rootOf(
      planText([
        resource(
          1,
          '{"actions":["create"],"before":null,"after":{"__proto__":{"polluted":"yes"},"constructor":{"prototype":{"polluted":"yes"}},"tags":{"__proto__":"x","toString":"y"}},"after_unknown":{"__proto__":true},"after_sensitive":{"hasOwnProperty":true}}',
        ),
      ]),
    );
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
    expect(root.changes[0].attributes.map(({ path }) => path)).toEqual(
      expect.arrayContaining([
        'constructor.prototype.polluted',
        'tags.toString',
        'tags.__proto__',
      ]),
    );
  });

  it.each(['[', '{"a":'])('cannot exhaust the stack by nesting %s', open => {
    const close = open === '[' ? ']' : '}';
    const deep = `${open.repeat(50_000)}1${close.repeat(50_000)}`;
    const root = rootOf(
      planText([
        resource(
          1,
          `{"actions":["update"],"before":{"x":${deep},"p":${JSON.stringify(
            deep,
          )}},"after":{"x":1},"after_sensitive":${deep},"after_unknown":${deep}}`,
        ),
      ]),
    );
    expect(root.changes[0].action).toBe('update');
    expect(JSON.stringify(root).length).toBeLessThan(20_000);
  });

  it('cannot hide text, nor turn it, nor bring markup', () => {
    const evil =
      '\u001b[31mred\u001b[0m \u202Egnp.exe\u2066 zero\u200bwidth \ud800 <img src=x onerror=alert(1)> ```\n# ![x](http://evil)';
    const text = JSON.stringify({
      format_version: '1.2',
      resource_changes: [
        {
          address: `aws_sqs_queue.q["${evil}"]`,
          type: 'aws_sqs_queue',
          change: {
            actions: ['delete', 'create'],
            before: { name: 'old' },
            after: { name: evil },
          },
        },
      ],
    });
    const root = rootOf(text);
    const all = JSON.stringify(root);
    expect(all).not.toMatch(
      /\\u001b|\\u202|\\u206|\\u200|\\ud8|[\u202a-\u202e\u200b]/,
    );
    expect(root.changes[0].address).toContain('\\u{202e}gnp.exe');
    const summary = planSummary([root]);
    expect(summary).toContain('\\u{1b}[31mred');
    const outside = summary
      .replace(/(`+)[^`](?:[\s\S]*?[^`])?\1(?!`)/g, '')
      .split('\n');
    expect(outside.join('\n')).not.toMatch(/<img|\]\(http/);
    expect(outside.filter(line => line.startsWith('# '))).toEqual([]);
    expect(safeText(safeText(evil))).toBe(safeText(evil));
    expect(codeText('a`b``c')).toBe('```a`b``c```');
    expect(codeText('`x')).toBe('`` `x ``');
  });

  it('of 50 MB are read in bounded time and reported in bounded size', () => {
    const blob = 'x'.repeat(24_000);
    const many = Array.from({ length: 2_100 }, (_, n) =>
      resource(
        n,
        `{"actions":["update"],"before":{"a":"${blob}1"},"after":{"a":"${blob}2"}}`,
      ),
    );
    const text = planText(many);
    expect(text.length).toBeGreaterThan(50 * 1024 * 1024 * 1.9);
    const started = performance.now();
    const root = rootOf(text);
    const fitted = fitPlanReport(reportOf(root), sha256);
    expect(performance.now() - started).toBeLessThan(20_000);
    expect(fitted.length).toBeLessThanOrEqual(MAX_CHECK_TEXT);
    expect(planTotals(parsePlanReport(fitted)?.roots ?? []).update).toBe(2_100);
  });

  it('of a report that unpacks to more than it says, or than is allowed, are refused', () => {
    const packed = packPlanReport(reportOf({ ...at, changes: [] }));
    const [fence, base64, ...end] = packed.split('\n');
    const withSize = (size: number) => {
      const bytes = Buffer.from(base64, 'base64');
      bytes.writeUInt32LE(size, bytes.length - 4);
      return [fence, bytes.toString('base64'), ...end].join('\n');
    };
    expect(() => parsePlanReport(withSize(4_000_000_000))).toThrow('too large');
    expect(() => parsePlanReport(withSize(10))).toThrow();
    expect(() => parsePlanReport(`${fence}\n!!!\n\`\`\``)).toThrow();
    expect(() => parsePlanReport(packed.slice(0, 60))).toThrow('cut off');
  });
});

describe('reports that are too long', () => {
  const changes = (count: number, over = '') =>
    Array.from({ length: count }, (_, n) =>
      resource(
        n,
        `{"actions":["create"],"before":null,"after":{"name":"queue-${n}","policy":"${over}${n}"},"after_unknown":{"arn":true}}`,
      ),
    );

  it('of 2,000 resources are packed, and lose nothing', () => {
    const root = rootOf(planText(changes(2_000)));
    const fitted = fitPlanReport(reportOf(root), sha256);
    expect(fitted.length).toBeLessThanOrEqual(MAX_CHECK_TEXT);
    const [back] = parsePlanReport(fitted)?.roots ?? [];
    expect(back).toEqual(root);
  });

  it('lose details first, then changes, and count them; risky ones stay', () => {
    const noise = (n: number) =>
      Array.from({ length: 40 }, (_, i) =>
        ((n * 7919 + i * 104729) % 2147483647).toString(36),
      ).join('');
    const many = Array.from({ length: 4_000 }, (_, n) =>
      resource(
        n,
        `{"actions":["create"],"before":null,"after":{"name":"${noise(n)}"}}`,
      ).replace('key-', `${noise(n)}-`),
    );
    const gone = resource(
      99_999,
      '{"actions":["delete"],"before":{"name":"gone"},"after":null}',
    );
    const root = rootOf(planText([...many, gone]));
    const other = rootOf(
      planText([
        ...many.slice(1),
        gone,
        many[0].replace('{"name":"', '{"name":"z'),
      ]),
    );
    const fitted = fitPlanReport(reportOf(root), sha256);
    expect(fitted.length).toBeLessThanOrEqual(MAX_CHECK_TEXT);
    const [back] = parsePlanReport(fitted)?.roots ?? [];
    expect(back.changes.length).toBeLessThan(4_001);
    expect(back.changes[0]).toMatchObject({ action: 'delete' });
    expect(planTotals([back])).toMatchObject({ create: 4_000, delete: 1 });
    expect(back.risks).toContainEqual(
      expect.objectContaining({ rule: 'data-lost' }),
    );
    // Plans that differ in what is left out are two plans to an approval.
    const [otherBack] =
      parsePlanReport(fitPlanReport(reportOf(other), sha256))?.roots ?? [];
    expect(otherBack.omittedDigest).not.toBe(back.omittedDigest);
  });
});
