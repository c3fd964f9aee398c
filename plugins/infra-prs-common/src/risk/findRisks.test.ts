import { PlannedChange } from '../plan/PlannedChange';
import { markObject } from '../plan/markValue';
import { planActionSchema } from '../plan/planReport';
import { findRisks } from './findRisks';

type Values = Readonly<Record<string, unknown>>;

function planned(
  type: string,
  action: string,
  before: Values | undefined,
  after: Values | undefined,
  unknown?: unknown,
  address = `${type}.x`,
): PlannedChange {
  const known = planActionSchema.parse(action);
  return {
    address,
    type,
    module: '',
    action: known,
    before: before && markObject(before, {}),
    after: after && markObject(after, { unknown }),
    change: { address, type, action: known, attributes: [] },
  };
}

const found = (...resources: PlannedChange[]) =>
  findRisks(resources).map(({ severity, rule, message }) =>
    [severity, rule, message].join(' | '),
  );

const policy = (...statements: Values[]) =>
  JSON.stringify({ Statement: statements });
const allow = (action: unknown, resource: unknown, more: Values = {}) => ({
  Effect: 'Allow',
  Action: action,
  Resource: resource,
  ...more,
});
const send = allow('sqs:SendMessage', 'arn:q');
const iam = (before: string | undefined, after: string) =>
  planned(
    'aws_iam_role_policy',
    before ? 'update' : 'create',
    before ? { policy: before } : undefined,
    { policy: after },
  );
const group = (...ingress: Values[]) => ({ ingress });
const open = (from: number, to: number, cidr = '0.0.0.0/0') => ({
  protocol: 'tcp',
  from_port: from,
  to_port: to,
  cidr_blocks: [cidr],
});

describe('findRisks', () => {
  it.each<[string, PlannedChange, string[]]>([
    [
      'a database without a last snapshot',
      planned(
        'aws_db_instance',
        'delete',
        { skip_final_snapshot: true },
        undefined,
      ),
      [
        'critical | no-final-snapshot | The database is deleted without a last snapshot',
        'high | data-lost | The database and its data are lost',
      ],
    ],
    [
      'a renamed queue',
      planned('aws_sqs_queue', 'replace', { name: 'a' }, { name: 'b' }),
      [
        'high | data-lost | Messages still in the queue are lost',
        'high | queue-renamed | It is renamed from a to b',
      ],
    ],
    [
      'a queue whose new name is not known',
      planned('aws_sqs_queue', 'replace', { name: 'a' }, {}, { name: true }),
      ['high | data-lost | Messages still in the queue are lost'],
    ],
    [
      'a queue that loses its dead-letter queue',
      planned(
        'aws_sqs_queue',
        'update',
        { redrive_policy: '{"a":1}' },
        { redrive_policy: '' },
      ),
      [
        'high | dead-letters-dropped | Messages that fail no longer go to a dead-letter queue',
      ],
    ],
    [
      'a cluster',
      planned('aws_eks_cluster', 'replace', {}, {}),
      ['high | data-lost | All workloads of the cluster stop'],
    ],
    ['a role that goes', planned('aws_iam_role', 'delete', {}, undefined), []],
    ['rights that stay', iam(policy(send), policy({ ...send, Sid: 'x' })), []],
    ['rights that narrow', iam(policy(allow('sqs:*', '*')), policy(send)), []],
    [
      'rights that were split',
      iam(
        policy(allow(['a:x', 'a:y'], 'arn:*')),
        policy(allow('a:x', 'arn:1'), allow('A:Y', 'arn:2*')),
      ),
      [],
    ],
    [
      'one right more',
      iam(policy(send), policy(send, allow('sqs:DeleteMessage', 'arn:q'))),
      ['medium | iam-widened | It newly allows sqs:DeleteMessage on arn:q'],
    ],
    [
      'a resource more',
      iam(policy(send), policy(allow('sqs:SendMessage', ['arn:q', '*']))),
      ['high | iam-widened | It newly allows sqs:SendMessage on everything'],
    ],
    [
      'all there is',
      iam(policy(send), policy(allow('*', '*'))),
      ['critical | iam-widened | It newly allows every action on everything'],
    ],
    [
      'a lost condition',
      iam(policy({ ...send, Condition: { a: 'b' } }), policy(send)),
      ['medium | iam-widened | It newly allows sqs:SendMessage on arn:q'],
    ],
    [
      'a lost denial',
      iam(
        policy(send, { Effect: 'Deny', Action: '*', Resource: '*' }),
        policy(send),
      ),
      ['high | iam-widened | It newly allows what 1 removed denial forbade'],
    ],
    [
      'NotAction',
      iam(
        policy(send),
        policy({ Effect: 'Allow', NotAction: 'iam:*', Resource: '*' }),
      ),
      ['critical | iam-widened | It newly allows every action on everything'],
    ],
    ['the purpose of a new policy', iam(undefined, policy(send)), []],
    [
      'too much in a new policy',
      iam(undefined, policy(allow('s3:*', 'arn:b'))),
      ['high | iam-widened | It newly allows s3:* on arn:b'],
    ],
    [
      'a policy that nobody knows yet',
      planned(
        'aws_iam_policy',
        'update',
        { policy: policy(send) },
        {},
        { policy: true },
      ),
      ['low | iam-widened | It newly allows what is known only after apply'],
    ],
    [
      'another account that is trusted',
      planned(
        'aws_iam_role',
        'update',
        {
          assume_role_policy: policy({
            Effect: 'Allow',
            Action: 'sts:AssumeRole',
            Principal: { Service: 'x' },
          }),
        },
        {
          assume_role_policy: policy({
            Effect: 'Allow',
            Action: 'sts:AssumeRole',
            Principal: { Service: 'x', AWS: 'arn:y' },
          }),
        },
      ),
      ['high | trust-widened | The role newly trusts sts:AssumeRole for arn:y'],
    ],
    [
      'a topic for everyone',
      planned('aws_sns_topic_policy', 'create', undefined, {
        policy: policy(allow('sns:Publish', 'arn:t', { Principal: '*' })),
      }),
      [
        'critical | resource-policy-widened | Its policy newly allows sns:Publish for everyone',
      ],
    ],
    [
      'a policy that follows its queue to another name',
      planned(
        'aws_sqs_queue_policy',
        'update',
        {
          policy: policy(allow('a', 'arn:1', { Principal: 'x' }), {
            Effect: 'Deny',
            Resource: 'arn:1',
          }),
        },
        {
          policy: policy(allow('a', 'arn:2', { Principal: 'x' }), {
            Effect: 'Deny',
            Resource: 'arn:2',
          }),
        },
      ),
      [],
    ],
    [
      'an administrator',
      planned('aws_iam_role_policy_attachment', 'create', undefined, {
        policy_arn: 'arn:aws:iam::aws:policy/AdministratorAccess',
      }),
      ['critical | admin-attached | AdministratorAccess is attached'],
    ],
    [
      'a database for the internet',
      planned(
        'aws_security_group',
        'update',
        group(open(5432, 5432, '10.0.0.0/8')),
        group(open(5432, 5432)),
      ),
      ['critical | network-opened | The whole internet may reach port 5432'],
    ],
    [
      'what was open',
      planned(
        'aws_security_group',
        'update',
        group(open(22, 22)),
        group(open(22, 22), open(1, 1, '10.0.0.0/8')),
      ),
      [],
    ],
    [
      'a site',
      planned('aws_vpc_security_group_ingress_rule', 'create', undefined, {
        cidr_ipv6: '::/0',
        from_port: 443,
        to_port: 443,
        ip_protocol: 'tcp',
      }),
      ['medium | network-opened | The whole internet may reach port 443'],
    ],
    [
      'everything',
      planned('aws_security_group_rule', 'create', undefined, {
        type: 'ingress',
        protocol: '-1',
        from_port: 0,
        to_port: 0,
        cidr_blocks: ['0.0.0.0/0'],
      }),
      ['critical | network-opened | The whole internet may reach all ports'],
    ],
    [
      'what goes out',
      planned('aws_security_group_rule', 'create', undefined, {
        type: 'egress',
        protocol: '-1',
        cidr_blocks: ['0.0.0.0/0'],
      }),
      [],
    ],
    [
      'a public database',
      planned('aws_db_instance', 'create', undefined, {
        publicly_accessible: true,
      }),
      ['critical | public-database | It gets a public address'],
    ],
    [
      'encryption, protection and backups that go',
      planned(
        'aws_dynamodb_table',
        'update',
        {
          deletion_protection_enabled: true,
          server_side_encryption: [{ enabled: true }],
          point_in_time_recovery: [{ enabled: true }],
        },
        {
          deletion_protection_enabled: false,
          server_side_encryption: [{ enabled: false }],
          point_in_time_recovery: [{ enabled: false }],
        },
      ),
      [
        'high | encryption-off | Encryption is turned off: server_side_encryption.enabled',
        'high | deletion-protection-off | Protection from deletion is turned off',
        'high | backups-off | Earlier states can no longer be restored: point_in_time_recovery.enabled is now false',
      ],
    ],
    [
      'less room',
      planned(
        'aws_appautoscaling_target',
        'update',
        { min_capacity: 2, max_capacity: 4 },
        { min_capacity: 1, max_capacity: 6 },
      ),
      [
        'medium | capacity-cut | Capacity is cut: min_capacity falls from 2 to 1',
      ],
    ],
    [
      'numbers in text',
      planned(
        'aws_ecs_task_definition',
        'replace',
        { cpu: '1024' },
        { cpu: '512' },
      ),
      ['medium | capacity-cut | Capacity is cut: cpu falls from 1024 to 512'],
    ],
    [
      'a smaller instance',
      planned(
        'aws_db_instance',
        'update',
        { instance_class: 'db.r6g.2xlarge' },
        { instance_class: 'db.r6g.large' },
      ),
      [
        'medium | capacity-cut | It gets smaller: db.r6g.2xlarge becomes db.r6g.large',
      ],
    ],
    [
      'a larger one',
      planned(
        'aws_db_instance',
        'update',
        { instance_class: 'db.t4g.small' },
        { instance_class: 'db.t4g.large' },
      ),
      [],
    ],
  ])('says of %s what is at stake', (_, change, risks) => {
    expect(found(change)).toEqual(risks);
  });

  it('warns of what reaches far', () => {
    const many = (count: number, action: string) =>
      Array.from({ length: count }, (_, n) =>
        planned(
          'aws_iam_role',
          action,
          {},
          action === 'delete' ? undefined : {},
          undefined,
          `r${n}`,
        ),
      );
    expect(found(...many(5, 'delete'), ...many(4, 'no-op'))).toEqual([
      'high | blast-radius | 5 of 9 resources are destroyed or replaced (56 %)',
    ]);
    expect(found(...many(4, 'delete'))).toEqual([]);
    expect(found(...many(200, 'update'))).toEqual([
      'medium | blast-radius | 200 resources change',
    ]);
  });

  it('does not repeat what the policy says of the same resource', () => {
    const finding = (rule: string, address: string) => ({
      rule,
      severity: 'high' as const,
      address,
      message: 'm',
      why: 'w',
    });
    const rules = findRisks(
      [
        planned('aws_db_instance', 'create', undefined, {
          publicly_accessible: true,
        }),
      ],
      [
        finding('policy:rds-private', 'aws_db_instance.x'),
        finding('policy:rds-private', 'aws_db_instance.y'),
        finding('policy:tags', 'aws_db_instance.x'),
      ],
    ).map(({ rule, address }) => `${rule} ${address}`);
    expect(rules).toEqual([
      'public-database aws_db_instance.x',
      'policy:rds-private aws_db_instance.y',
      'policy:tags aws_db_instance.x',
    ]);
  });
});
