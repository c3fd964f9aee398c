import { api, guide } from './awsPages';
import { common, moveTasks } from './common';
import { Deviation } from './Deviation';

/** What fauxqs 2.4 does unlike AWS. */
export const fauxqs: readonly Deviation[] = [
  ...common('fauxqs'),
  {
    server: 'fauxqs',
    titles: moveTasks,
    does: 'knows no message move tasks: InvalidAction',
    source: api('StartMessageMoveTask'),
  },
  {
    server: 'fauxqs',
    titles: [
      'lists the queues that a dead-letter queue serves',
      'pages through the queues that a dead-letter queue serves',
    ],
    does: 'knows no ListDeadLetterSourceQueues: InvalidAction',
    source: api('ListDeadLetterSourceQueues'),
  },
  {
    server: 'fauxqs',
    titles: [
      'creates the same queue twice, but not with other attributes',
      'refuses attribute values out of bounds',
      'refuses more than 10 messages a receive',
      'takes a message of 1 MiB and none above',
      'counts attributes as part of the size',
      'refuses characters that XML cannot hold',
      'needs a group and something to tell duplicates by',
    ],
    does: 'refuses, with AWS.SimpleQueueService. before the name of the error',
    source: api('CreateQueue'),
  },
  {
    server: 'fauxqs',
    titles: ['refuses names that are none'],
    does: 'makes the queue',
    source: api('CreateQueue'),
  },
  {
    server: 'fauxqs',
    titles: ['carries the trace header'],
    does: 'drops it',
    source: api('SendMessage'),
  },
  {
    server: 'fauxqs',
    titles: ['refuses receipts that are none'],
    does: 'takes them for receipts of messages that are gone',
    source: api('DeleteMessage'),
  },
  {
    server: 'fauxqs',
    titles: ['counts the digest over the attributes it hands out'],
    does: 'counts it over all attributes, so that an SDK that checks it refuses the message',
    source: guide('sqs-message-metadata'),
  },
  {
    server: 'fauxqs',
    titles: ['goes on counting receives of a dead letter'],
    does: 'counts the look that moved it too',
    source: api('ReceiveMessage'),
  },
  {
    server: 'fauxqs',
    titles: [
      'refuses a dead-letter queue that is not there',
      'refuses a dead-letter queue of the other type',
    ],
    does: 'makes the queue',
    source: api('CreateQueue'),
  },
  {
    server: 'fauxqs',
    titles: ['takes a group on a standard queue too'],
    does: 'drops the group',
    source: guide('sqs-fair-queues'),
  },
];
