import { formatPlanReport, PlanReport } from '@slipway/plugin-infra-prs-common';
import { readPlanText } from './planReports';

function textOf(name: string, resources: number): string {
  const report: PlanReport = {
    version: 1,
    runner: 'static',
    headSha: 'a'.repeat(40),
    roots: [
      {
        path: `terraform/live/dev/${name}`,
        environment: 'dev',
        changes: Array.from({ length: resources }, (_, index) => ({
          address: `aws_sqs_queue.${name}_${index}`,
          type: 'aws_sqs_queue',
          action: 'create',
          attributes: [],
        })),
      },
    ],
  };
  return formatPlanReport(report);
}

it('reads the plans of a thousand open changes once, however often they are listed', () => {
  const texts = Array.from({ length: 1_000 }, (_, index) =>
    textOf(`small${index}`, 2),
  );
  const first = texts.map(readPlanText);
  expect(first.every(report => report?.plan.totals.create === 2)).toBe(true);
  const again = texts.map(readPlanText);
  expect(again.filter((report, index) => report !== first[index])).toEqual([]);
});

it('keeps few that are long, those that were asked for last', () => {
  const texts = Array.from({ length: 50 }, (_, index) =>
    textOf(`long${index}`, 2_000),
  );
  const read = texts.map(readPlanText);
  expect(readPlanText(texts[49])).toBe(read[49]);
  expect(readPlanText(texts[0])).not.toBe(read[0]);
});

it('remembers what is no report', () => {
  expect(readPlanText('no report')).toBeUndefined();
  expect(readPlanText('no report')).toBeUndefined();
});
