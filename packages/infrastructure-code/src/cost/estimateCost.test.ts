import { estimateCost, PricedEnvironment } from './estimateCost';
import { PriceTable, readPriceTable } from './PriceTable';

type Resources = ReadonlyArray<readonly [type: string, values: object]>;

describe('estimateCost', () => {
  let table: PriceTable;

  beforeAll(async () => {
    table = await readPriceTable();
  });

  function environment(
    resources: Resources,
    changes: Partial<PricedEnvironment> = {},
  ): PricedEnvironment {
    return {
      name: 'dev',
      region: 'eu-west-1',
      pods: [],
      resources: resources.map(([type, values], index) => ({
        address: `module.m.${type}.r${index}`,
        module: 'module.m.',
        type,
        values: { ...values },
      })),
      ...changes,
    };
  }

  const price = (resources: Resources, region = 'eu-west-1') =>
    estimateCost([environment(resources, { region })], table);

  // Computed by hand from the table: a month has 730 hours.
  it.each<[string, Resources, string, number, number]>([
    // 0.25 vCPU * 0.04048 * 730 + 0.5 GB * 0.004445 * 730 = 7.3876 + 1.6224 = 9.0100
    [
      'tasks of Fargate',
      [
        ['aws_ecs_service', { name: 's', desired_count: 2 }],
        ['aws_ecs_task_definition', { cpu: '256', memory: '512' }],
        ['aws_appautoscaling_target', { min_capacity: 2, max_capacity: 6 }],
      ],
      'eu-west-1',
      18.02,
      54.06,
    ],
    // 1 vCPU * 0.03238 * 730 + 2 GB * 0.00356 * 730 = 23.6374 + 5.1976 = 28.835
    [
      'tasks on ARM that do not scale',
      [
        ['aws_ecs_service', { desired_count: 1 }],
        [
          'aws_ecs_task_definition',
          {
            cpu: 1024,
            memory: 2048,
            runtime_platform: [{ cpu_architecture: 'ARM64' }],
          },
        ],
      ],
      'eu-west-1',
      28.84,
      28.84,
    ],
    // 1 to 100 million at 0.40; the dead-letter queue is not counted
    [
      'a queue with its DLQ',
      [
        ['aws_sqs_queue', { name: 'q' }],
        ['aws_sqs_queue', { name: 'q-dlq' }],
      ],
      'eu-west-1',
      0.4,
      40,
    ],
    [
      'a FIFO queue',
      [['aws_sqs_queue', { name: 'q.fifo', fifo_queue: true }]],
      'us-east-1',
      0.5,
      50,
    ],
    // 0.5 * 0.7068 + 1 * 0.1415 + 1 * 0.283 + 1 * 0.2264 = 1.0043; 20, 50, 50, 50 of them = 46.681
    [
      'a table with recovery',
      [['aws_dynamodb_table', { point_in_time_recovery: [{ enabled: true }] }]],
      'eu-west-1',
      1,
      46.68,
    ],
    // 0.5 * 0.625 + 0.125 + 0.25 = 0.6875; 12.5 + 6.25 + 12.5 = 31.25
    [
      'a table without, in Virginia',
      [['aws_dynamodb_table', {}]],
      'us-east-1',
      0.69,
      31.25,
    ],
    // 0.017 * 730 + 20 * 0.127 + 0.40 = 15.35; 100 GB: 25.51
    [
      'a small database',
      [
        [
          'aws_db_instance',
          {
            instance_class: 'db.t4g.micro',
            allocated_storage: 20,
            max_allocated_storage: 100,
            manage_master_user_password: true,
          },
        ],
      ],
      'eu-west-1',
      15.35,
      25.51,
    ],
    // twice the hours and the storage
    [
      'a database in two zones',
      [
        [
          'aws_db_instance',
          {
            instance_class: 'db.t4g.micro',
            allocated_storage: 20,
            multi_az: true,
          },
        ],
      ],
      'eu-west-1',
      29.9,
      29.9,
    ],
    // 2 * 0.080 * 730 = 116.8; storage 10 * 0.11 + 0.22 + 0.40 = 1.72, 100 * 0.11 + 50 * 0.22 + 0.40 = 22.4
    [
      'an Aurora cluster',
      [
        ['aws_rds_cluster', { manage_master_user_password: true }],
        [
          'aws_rds_cluster_instance',
          { identifier: 'a-1', instance_class: 'db.t4g.medium' },
        ],
        [
          'aws_rds_cluster_instance',
          { identifier: 'a-2', instance_class: 'db.t4g.medium' },
        ],
      ],
      'eu-west-1',
      118.52,
      139.2,
    ],
    // 2 * 0.0136 * 730
    [
      'a cache',
      [
        [
          'aws_elasticache_replication_group',
          {
            engine: 'valkey',
            node_type: 'cache.t4g.micro',
            num_cache_clusters: 2,
          },
        ],
      ],
      'eu-west-1',
      19.86,
      19.86,
    ],
    // 0.10 + 3 * 0.10
    [
      'alarms, one of three metrics',
      [
        ['aws_cloudwatch_metric_alarm', {}],
        [
          'aws_cloudwatch_metric_alarm',
          {
            metric_query: [
              { metric: [{}] },
              { metric: [{}] },
              { metric: [{}] },
              { expression: 'm1' },
            ],
          },
        ],
      ],
      'eu-west-1',
      0.4,
      0.4,
    ],
    // 0.023 * 0.1 to 5; 1 to 200 GB at 0.085 and 0.1 to 10 million at 1.20
    [
      'a static site',
      [
        ['aws_s3_bucket', {}],
        ['aws_cloudfront_distribution', {}],
      ],
      'eu-west-1',
      0.21,
      29.12,
    ],
    [
      'what costs nothing',
      [
        ['aws_iam_role', {}],
        ['aws_security_group', {}],
      ],
      'eu-west-1',
      0,
      0,
    ],
  ])('prices %s', (_, resources, region, low, high) => {
    const estimate = price(resources, region);
    expect(estimate.total).toEqual({ low, high });
    expect(estimate.notEstimated).toEqual(table.notEstimated);
  });

  it('adds up environments and joins alarms', () => {
    const alarms: Resources = Array.from(
      { length: 3 },
      () => ['aws_cloudwatch_metric_alarm', {}] as const,
    );
    const estimate = estimateCost(
      [environment(alarms), environment(alarms, { name: 'prod' })],
      table,
    );
    expect(estimate).toMatchObject({
      currency: 'USD',
      asOf: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
      total: { low: 0.6, high: 0.6 },
      environments: [
        {
          environment: 'dev',
          items: [{ item: '3 alarms', low: 0.3, high: 0.3 }],
        },
        { environment: 'prod' },
      ],
    });
  });

  it('counts only what is added to what runs already', () => {
    const alarm = ['aws_cloudwatch_metric_alarm', {}] as const;
    const tasks = (max: number): Resources => [
      ['aws_ecs_service', { name: 's', desired_count: 1 }],
      ['aws_ecs_task_definition', { cpu: '256', memory: '512' }],
      ['aws_appautoscaling_target', { min_capacity: 1, max_capacity: max }],
      ['aws_msk_cluster', {}],
      alarm,
    ];
    const before = environment(tasks(2));
    const after = environment([
      ...tasks(3),
      ['aws_sqs_queue', { name: 'q' }],
      alarm,
      alarm,
    ]);
    const estimate = estimateCost([after], table, [before]);
    expect(estimate.environments[0].items).toMatchObject([
      { item: 'Fargate tasks of s, changed', low: 0, high: 9.01 },
      { item: 'Queue q', low: 0.4, high: 40 },
      { item: '2 alarms', low: 0.2, high: 0.2 },
    ]);
    expect(estimate.total).toEqual({ low: 0.6, high: 49.21 });
    expect(estimate.note).toMatch(/Only what the change adds is counted\.$/);
    expect(estimate.notEstimated).toEqual(table.notEstimated);
    expect(estimateCost([after], table, [after]).total).toEqual({
      low: 0,
      high: 0,
    });
  });

  it('names what it has no price of', () => {
    const { notEstimated, total } = price([
      ['aws_msk_cluster', {}],
      ['aws_db_instance', { instance_class: 'db.r7i.large' }],
      ['aws_db_instance', { instance_class: '(known after apply)' }],
    ]);
    expect(total).toEqual({ low: 0, high: 0 });
    expect(notEstimated.slice(0, 3)).toEqual([
      'module.m.aws_msk_cluster.r0: the table has no price of it',
      'module.m.aws_db_instance.r1: the table has no price of rds-db.r7i.large',
      'module.m.aws_db_instance.r2: the table has no price of rds-(known after apply)',
    ]);
  });

  it('says when it takes the prices of another region', () => {
    const { note, total } = price(
      [['aws_sqs_queue', { name: 'q' }]],
      'ap-south-2',
    );
    expect(note).toMatch(/ap-south-2 is priced as eu-west-1/);
    expect(total.low).toBe(0.4);
  });

  it('has a source and both regions for every price', () => {
    for (const [id, entry] of Object.entries(table.prices)) {
      expect({ id, entry }).toEqual({
        id,
        entry: {
          unit: expect.any(String),
          source: expect.stringMatching(/^https:\/\/aws\.amazon\.com\//),
          'eu-west-1': expect.any(Number),
          'us-east-1': expect.any(Number),
        },
      });
    }
  });
});
