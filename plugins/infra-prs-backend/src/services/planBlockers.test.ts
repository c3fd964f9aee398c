import { ConfigReader } from '@backstage/config';
import { PlanRisk, PlanRoot } from '@slipway/plugin-infra-prs-common';
import { readInfraPrsConfig } from '../config';
import { planBlockers } from './planBlockers';
import { planDigest } from './planDigest';
import { PlanState } from './planState';

const risk = (severity: PlanRisk['severity']): PlanRisk => ({
  rule: 'r',
  severity,
  address: `aws_db_instance.${severity}`,
  message: 'It gets a public address',
  why: 'w',
});
const root = (...risks: PlanRisk[]): PlanRoot => ({
  path: 'terraform/live/prod/services/a',
  environment: 'prod',
  changes: [],
  risks,
});
const planned = (...roots: PlanRoot[]): PlanState => ({
  digest: 'sha256:1',
  plan: {
    digest: 'sha256:1',
    runner: 'terraform',
    roots,
    totals: { create: 0, update: 0, replace: 0, delete: 0 },
  },
});

describe('planBlockers', () => {
  it.each<[PlanRisk['severity'] | undefined, string[]]>([
    [undefined, []],
    [
      'critical',
      [
        'The plan is too risky: aws_db_instance.critical: It gets a public address',
      ],
    ],
    [
      'medium',
      [
        'The plan is too risky: aws_db_instance.critical: It gets a public address, and 1 more like it',
      ],
    ],
  ])('block by risks from %s on', (least, messages) => {
    const plan = planned(root(risk('critical')), root(risk('medium')));
    const blockers = planBlockers(plan, least);
    expect(blockers.map(({ message }) => message)).toEqual(messages);
    expect(blockers.every(({ code }) => code === 'plan_risk')).toBe(true);
  });

  it('judge a report that names no risks by what would be lost', () => {
    const { risks: _, ...silent } = root();
    const gone = {
      address: 'aws_sqs_queue.q',
      type: 'aws_sqs_queue',
      action: 'delete',
      attributes: [],
    } as const;
    const plan = planned({ ...silent, changes: [{ ...gone, attributes: [] }] });
    expect(planBlockers(plan, 'critical')).toEqual([]);
    expect(planBlockers(plan, 'high')).toMatchObject([
      { message: expect.stringContaining('Messages still in the queue') },
    ]);
  });

  it('take the severity from the config, and refuse others', () => {
    const read = (blockingSeverity?: string) =>
      readInfraPrsConfig(
        new ConfigReader({ slipway: { infraPrs: { blockingSeverity } } }),
      ).blockingSeverity;
    expect([read(), read('none'), read('low')]).toEqual([
      'critical',
      undefined,
      'low',
    ]);
    expect(() => read('severe')).toThrow(
      "'slipway.infraPrs.blockingSeverity' must be one of critical",
    );
  });

  it('are not moved by prices, but by risks and what was left out', () => {
    const cost = {
      currency: 'USD',
      asOf: '2025-05-01',
      note: '',
      before: { low: 0, high: 0 },
      after: { low: 1, high: 1 },
      delta: { low: 1, high: 1 },
      items: [],
      notEstimated: [],
    };
    const digest = planDigest([root()]);
    expect(planDigest([{ ...root(), cost }])).toBe(digest);
    expect(planDigest([root(risk('low'))])).not.toBe(digest);
    expect(planDigest([{ ...root(), omittedDigest: 'sha256:2' }])).not.toBe(
      digest,
    );
  });
});
