import { WorldEnvironment } from '../../world/types';
import { DemoQueue } from './DemoQueue';

/** The queue policy that lets a topic or a rule send, as JSON; undefined where none may. */
export function queuePolicy(
  { topic, rule }: DemoQueue,
  { name, account, region }: WorldEnvironment,
  arn: string,
): string | undefined {
  const [service, source] = topic
    ? ['sns.amazonaws.com', `arn:aws:sns:${region}:${account}:${name}-${topic}`]
    : [
        'events.amazonaws.com',
        `arn:aws:events:${region}:${account}:rule/${name}-${rule}`,
      ];
  if (!topic && !rule) {
    return undefined;
  }
  return JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      {
        Sid: topic ? 'AllowTopics' : 'AllowRules',
        Effect: 'Allow',
        Principal: { Service: service },
        Action: 'sqs:SendMessage',
        Resource: arn,
        Condition: { ArnEquals: { 'aws:SourceArn': source } },
      },
    ],
  });
}
