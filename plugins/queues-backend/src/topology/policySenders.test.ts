import { policySenders } from './policySenders';

const topic = 'arn:aws:sns:eu-west-1:111111111111:orders';
const rule = 'arn:aws:events:eu-west-1:111111111111:rule/shop/order-created';
const allow = (condition: unknown, action: unknown = 'sqs:SendMessage') => ({
  Effect: 'Allow',
  Principal: { Service: 'sns.amazonaws.com' },
  Action: action,
  Resource: '*',
  Condition: condition,
});
const policy = (...statements: unknown[]) =>
  JSON.stringify({ Version: '2012-10-17', Statement: statements });

describe('policySenders', () => {
  it('finds topics and rules, each once, in any spelling of the condition', () => {
    const found = policySenders(
      policy(
        allow({ ArnEquals: { 'aws:SourceArn': topic } }),
        allow({ ArnLike: { 'AWS:SourceArn': [topic, rule] } }, [
          'sqs:GetQueueUrl',
          'SQS:SendMessage',
        ]),
        allow(
          {
            StringEquals: {
              'aws:SourceArn':
                'arn:aws:events:eu-west-1:111111111111:rule/nightly',
            },
          },
          'sqs:*',
        ),
      ),
    );
    expect(found).toEqual([
      { kind: 'topic', arn: topic, label: 'orders' },
      { kind: 'bus', arn: rule, label: 'shop', rule: 'order-created' },
      {
        kind: 'bus',
        arn: 'arn:aws:events:eu-west-1:111111111111:rule/nightly',
        label: 'default',
        rule: 'nightly',
      },
    ]);
  });

  it('takes a single statement that is no list', () => {
    const single = allow({ ArnEquals: { 'aws:SourceArn': topic } });
    expect(policySenders(JSON.stringify({ Statement: single }))).toHaveLength(
      1,
    );
  });

  it.each<[string, string | undefined]>([
    ['nothing', undefined],
    ['no JSON', '{'],
    ['no object', '"text"'],
    ['null', 'null'],
    ['no statements', '{}'],
    ['statements of any kind', policy(null, 1, 'x', [], { Effect: 'Allow' })],
    [
      'what is denied',
      policy({
        ...allow({ ArnEquals: { 'aws:SourceArn': topic } }),
        Effect: 'Deny',
      }),
    ],
    [
      'another action',
      policy(allow({ ArnEquals: { 'aws:SourceArn': topic } }, 'sqs:Receive*')),
    ],
    ['another condition', policy(allow({ ArnEquals: { 'aws:Other': topic } }))],
    [
      'another comparison',
      policy(allow({ ArnNotEquals: { 'aws:SourceArn': topic } })),
    ],
    [
      'conditions that are none',
      policy(allow({ ArnEquals: 1 }), allow([]), allow(null)),
    ],
    [
      'markup in place of a name',
      policy(
        allow({
          ArnEquals: {
            'aws:SourceArn': [
              'arn:aws:sns:eu-west-1:111111111111:<script>',
              'arn:aws:sns:eu-west-1:111111111111:a\u202eb',
              'arn:aws:s3:::bucket',
              `arn:aws:sns:eu-west-1:111111111111:${'x'.repeat(5_000)}`,
            ],
          },
        }),
      ),
    ],
    [
      'a prototype',
      '{"__proto__":{"Statement":[]},"Statement":[{"__proto__":{"Effect":"Allow"}}]}',
    ],
    ['far too much', `${' '.repeat(60_000)}{}`],
  ])('finds nobody in %s', (_, text) => {
    expect(policySenders(text)).toEqual([]);
  });

  it('stops at twenty', () => {
    const arns = Array.from({ length: 500 }, (_, i) => `${topic}-${i}`);
    expect(
      policySenders(policy(allow({ ArnLike: { 'aws:SourceArn': arns } }))),
    ).toHaveLength(20);
  });
});
