import {
  estimateCost,
  PriceTable,
  readPriceTable,
} from '@slipway/infrastructure-code';
import { podsOf } from './podsOf';

describe('podsOf', () => {
  let table: PriceTable;
  beforeAll(async () => {
    table = await readPriceTable();
  });

  const deployment = (replicas?: number) => ({
    kind: 'Deployment',
    metadata: { name: 'orders' },
    spec: {
      replicas,
      template: {
        spec: {
          containers: [
            { resources: { requests: { cpu: '250m', memory: '512Mi' } } },
          ],
        },
      },
    },
  });
  const target = { scaleTargetRef: { name: 'orders' } };

  // max(0.25 / 2, 0.5 / 8) = 0.125 of a node: 0.125 * 0.107 * 730 = 9.764
  it.each<[string, object[], number, number]>([
    ['one pod', [deployment()], 9.76, 9.76],
    ['three pods', [deployment(3)], 29.29, 29.29],
    [
      'an autoscaler',
      [
        deployment(),
        {
          kind: 'HorizontalPodAutoscaler',
          spec: { ...target, minReplicas: 1, maxReplicas: 4 },
        },
      ],
      9.76,
      39.06,
    ],
    [
      'KEDA',
      [
        deployment(),
        {
          kind: 'ScaledObject',
          spec: { ...target, minReplicaCount: 2, maxReplicaCount: 4 },
        },
      ],
      19.53,
      39.06,
    ],
    [
      'a canary',
      [
        deployment(0),
        {
          kind: 'Rollout',
          spec: { replicas: 2, workloadRef: { name: 'orders' } },
        },
      ],
      19.53,
      19.53,
    ],
  ])('prices %s as a share of a node', (_, values, low, high) => {
    const pods = podsOf({
      folder: 'o',
      environment: 'dev',
      objects: values.map(value => ({
        file: 'f',
        line: 1,
        value: { ...value },
      })),
    });
    expect(
      estimateCost(
        [{ name: 'dev', region: 'eu-west-1', resources: [], pods }],
        table,
      ).total,
    ).toEqual({
      low,
      high,
    });
  });
});
