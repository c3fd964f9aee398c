import { z } from 'zod';

/** Something that a queue's policy lets send messages. */
export interface PolicySender {
  readonly kind: 'topic' | 'bus';
  /** Tells it from others. */
  readonly arn: string;
  /** Name of the topic or event bus. */
  readonly label: string;
  /** Name of the EventBridge rule. */
  readonly rule?: string;
}

/** Policies are written by anyone who can deploy; no page can show more. */
const MAX_SENDERS = 20;
/** https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/quotas-policies.html is far below. */
const MAX_LENGTH = 50_000;

const texts = z
  .union([z.string(), z.array(z.string())])
  .transform(value => [value].flat())
  .catch([]);

const statementSchema = z.object({
  Effect: z.literal('Allow'),
  Action: texts,
  Condition: z.record(z.string(), z.record(z.string(), texts)).catch({}),
});

const policySchema = z.object({
  Statement: z
    .union([z.array(z.unknown()), z.unknown().transform(value => [value])])
    .catch([]),
});

const SENDS = /^(\*|sqs:(\*|send\*|sendmessage(batch)?))$/i;
const COMPARES = /^(ForAnyValue:)?(Arn|String)(Equals|Like)(IfExists)?$/i;
const TOPIC = /^arn:aws[a-z-]*:sns:[\w*-]*:[\d*]*:([\w*.-]{1,256})$/;
const RULE =
  /^arn:aws[a-z-]*:events:[\w*-]*:[\d*]*:rule\/(?:([\w*./-]{1,256})\/)?([\w*.-]{1,64})$/;

/**
 * The SNS topics and EventBridge rules that a queue's policy lets send: `aws:SourceArn` in the conditions of what allows
 * `sqs:SendMessage`. What cannot be read names nobody.
 * @see https://docs.aws.amazon.com/sns/latest/dg/subscribe-sqs-queue-to-sns-topic.html
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-resource-based.html
 */
export function policySenders(policy: string | undefined): PolicySender[] {
  const senders = statementsOf(policy)
    .flatMap(sourceArns)
    .flatMap(arn => toSender(arn) ?? []);
  const unique = new Map(senders.map(sender => [sender.arn, sender]));
  return [...unique.values()].slice(0, MAX_SENDERS);
}

function statementsOf(policy: string | undefined) {
  if (!policy || policy.length > MAX_LENGTH) {
    return [];
  }
  try {
    const { Statement } = policySchema.parse(JSON.parse(policy));
    return Statement.flatMap(
      statement => statementSchema.safeParse(statement).data ?? [],
    );
  } catch {
    return [];
  }
}

function sourceArns({
  Action,
  Condition,
}: z.infer<typeof statementSchema>): string[] {
  if (!Action.some(action => SENDS.test(action))) {
    return [];
  }
  return Object.entries(Condition)
    .filter(([operator]) => COMPARES.test(operator))
    .flatMap(([, keys]) => Object.entries(keys))
    .filter(([key]) => key.toLowerCase() === 'aws:sourcearn')
    .flatMap(([, arns]) => arns);
}

function toSender(arn: string): PolicySender | undefined {
  const [, topic] = TOPIC.exec(arn) ?? [];
  if (topic) {
    return { kind: 'topic', arn, label: topic };
  }
  const [, bus = 'default', rule] = RULE.exec(arn) ?? [];
  return rule ? { kind: 'bus', arn, label: bus, rule } : undefined;
}
