import { Pricer, textOf } from '../Pricing';

const queue: Pricer = ({ values }, pricing) => {
  const name = textOf(values.name);
  // Dead letters are few; what they cost is lost in the queue's own range.
  if (/-dlq(?:\.fifo)?$/.test(name)) return undefined;
  const kind = values.fifo_queue === true ? 'sqs-fifo' : 'sqs-standard';
  return {
    item: `Queue ${name}`,
    ...pricing.forUsage('queueRequests', kind),
    assumes: `${
      pricing.usage('queueRequests').words
    } of send, receive and delete`,
  };
};

const topic: Pricer = ({ values }, pricing) => ({
  item: `Topic ${textOf(values.name)}`,
  ...pricing.forUsage('topicRequests', 'sns-requests'),
  assumes: `${
    pricing.usage('topicRequests').words
  }, deliveries to queues are free`,
});

const logs: Pricer = ({ values }, pricing) => ({
  item: `Logs ${textOf(values.name)}`,
  ...pricing.forUsage('logs', 'logs'),
  assumes: `${pricing.usage('logs').words} taken in`,
});

/** Alarms are many and cheap: they are shown as one. */
export const ALARMS = 'Alarms';

/** One metric each, or as many as its expression reads. */
const alarm: Pricer = ({ values }, pricing) => {
  const queries = Array.isArray(values.metric_query) ? values.metric_query : [];
  const metrics = queries.filter(
    query => typeof query === 'object' && query !== null && 'metric' in query,
  ).length;
  const amount = Math.max(metrics, 1) * pricing.of('alarm');
  return {
    item: ALARMS,
    low: amount,
    high: amount,
    assumes: 'standard resolution',
  };
};

export const messagingPricers: Readonly<Record<string, Pricer>> = {
  aws_sqs_queue: queue,
  aws_sns_topic: topic,
  aws_cloudwatch_log_group: logs,
  aws_cloudwatch_metric_alarm: alarm,
};
