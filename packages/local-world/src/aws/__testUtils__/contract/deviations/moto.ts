import { api, cloudWatch, guide, tagging } from './awsPages';
import { common, moveTasks } from './common';
import { Deviation } from './Deviation';

/** What moto 5.2 does unlike AWS. */
export const moto: readonly Deviation[] = [
  ...common('moto'),
  {
    server: 'moto',
    titles: moveTasks,
    does: 'knows no message move tasks: HTTP 500 with a page of HTML',
    source: api('StartMessageMoveTask'),
  },
  {
    server: 'moto',
    titles: ['tells when a queue was created, in whole seconds'],
    does: 'adds a fraction',
    source: api('GetQueueAttributes'),
  },
  {
    server: 'moto',
    titles: [
      'pages through queues by prefix',
      'pages through the queues that a dead-letter queue serves',
    ],
    does: 'ignores MaxResults and lists all',
    source: api('ListQueues'),
  },
  {
    server: 'moto',
    titles: ['refuses attribute values out of bounds'],
    does: 'makes the queue',
    source: api('CreateQueue'),
  },
  {
    server: 'moto',
    titles: ['counts attributes as part of the size'],
    does: 'counts the body alone',
    source: guide('sqs-message-metadata'),
  },
  {
    server: 'moto',
    titles: ['refuses characters that XML cannot hold'],
    does: 'takes them',
    source: api('SendMessage'),
  },
  {
    server: 'moto',
    titles: ['keeps a redrive allow policy'],
    does: 'drops RedriveAllowPolicy without a word',
    source: api('SetQueueAttributes'),
  },
  {
    server: 'moto',
    titles: ['refuses a dead-letter queue that is not there'],
    does: 'refuses with QueueDoesNotExist',
    source: api('CreateQueue'),
  },
  {
    server: 'moto',
    titles: ['refuses a dead-letter queue of the other type'],
    does: 'refuses with InvalidParameterCombination',
    source: api('CreateQueue'),
  },
  {
    server: 'moto',
    titles: [
      'drops duplicates of five minutes and answers the id of the first',
    ],
    does: 'drops them but answers an id of their own',
    source: guide('using-messagededuplicationid-property'),
  },
  {
    server: 'moto',
    titles: ['numbers messages in sequence'],
    does: 'draws sequence numbers at random',
    source: api('SendMessage'),
  },
  {
    server: 'moto',
    titles: ['computes metric math'],
    does: 'answers no values for an expression',
    source: cloudWatch('monitoring/using-metric-math'),
  },
  {
    server: 'moto',
    titles: ['pages by datapoints'],
    does: 'ignores MaxDatapoints',
    source: cloudWatch('APIReference/API_GetMetricData'),
  },
  {
    server: 'moto',
    titles: ['refuses more than 500 queries'],
    does: 'answers them',
    source: cloudWatch('APIReference/API_GetMetricData'),
  },
  {
    server: 'moto',
    titles: ['refuses the namespaces of AWS'],
    does: 'takes values for AWS/SQS',
    source: cloudWatch('APIReference/API_PutMetricData'),
  },
  {
    server: 'moto',
    titles: ['takes zipped bodies'],
    does: 'unzips twice: HTTP 500',
    source: cloudWatch('APIReference/API_PutMetricData'),
  },
  {
    server: 'moto',
    titles: ['goes on listing a resource that lost its tags'],
    does: 'ignores ResourceARNList and lists all',
    source: tagging,
  },
  {
    server: 'moto',
    titles: [
      'refuses a page of more than 100',
      'refuses ARNs together with filters',
    ],
    does: 'answers',
    source: tagging,
  },
];
