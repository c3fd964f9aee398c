import { planRisk } from '../risk/planRisk';
import { PlanReport } from './planReport';
import { formatPlanReport, parsePlanReport } from './planText';
import { planTotals } from './planTotals';

const report: PlanReport = {
  version: 1,
  runner: 'static',
  headSha: 'a'.repeat(40),
  roots: [
    {
      path: 'terraform/live/dev/services/mailer',
      environment: 'dev',
      changes: [
        {
          address: 'aws_sqs_queue.a',
          type: 'aws_sqs_queue',
          action: 'create',
          attributes: [],
        },
        {
          address: 'aws_sqs_queue.b',
          type: 'aws_sqs_queue',
          action: 'replace',
          attributes: [{ path: 'name', before: 'x', after: '```\nfence' }],
        },
        {
          address: 'data.aws_region.r',
          type: 'aws_region',
          action: 'read',
          attributes: [],
        },
      ],
    },
  ],
};

describe('plan reports', () => {
  it('survive being written into a check run between other text', () => {
    const text = `## Plan\n${formatPlanReport(report)}\nmore words`;
    expect(parsePlanReport(text)).toEqual(report);
    expect(parsePlanReport('no plan here')).toBeUndefined();
  });

  it('say so when they are cut off or malformed', () => {
    const text = formatPlanReport(report);
    expect(() => parsePlanReport(text.slice(0, -10))).toThrow('cut off');
    expect(() =>
      parsePlanReport(text.replace('"version":1', '"version":2')),
    ).toThrow();
  });

  it('are counted by what they do', () => {
    expect(planTotals(report.roots)).toEqual({
      create: 1,
      update: 0,
      replace: 1,
      delete: 0,
    });
  });
});

describe('planRisk', () => {
  it.each([
    ['aws_sqs_queue', 'replace', 'Messages still in the queue are lost'],
    ['aws_db_instance', 'delete', 'The database and its data are lost'],
    ['aws_sqs_queue', 'update', undefined],
    ['aws_iam_role', 'delete', undefined],
  ] as const)('%s %s', (type, action, risk) => {
    expect(planRisk({ type, action })).toBe(risk);
  });
});
