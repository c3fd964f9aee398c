import { api, guide } from './awsPages';
import { Deviation } from './Deviation';

/** Cases of message move tasks, which neither emulator knows. */
export const moveTasks = [
  'returns letters to where they came from',
  'makes new messages of what it moves',
  'moves to another queue where told to',
  'moves letters of a FIFO queue back',
  'moves no faster than asked, one task at a time, until cancelled',
  'fails where a letter does not say where it came from',
  'refuses a source that is no dead-letter queue',
  'refuses a source that is not there',
  'refuses a velocity above 500 a second',
  'refuses a destination of the other type',
];

const both: ReadonlyArray<Omit<Deviation, 'server'>> = [
  {
    titles: ['refuses a second purge within a minute'],
    does: 'empties the queue again',
    source: api('PurgeQueue'),
  },
  {
    titles: ['refuses more than 10 attributes'],
    does: 'takes them',
    source: guide('quotas-messages'),
  },
  {
    titles: ['refuses attributes without a value'],
    does: 'takes them',
    source: guide('sqs-message-metadata'),
  },
  {
    titles: ['refuses attributes it does not know'],
    does: 'makes the queue',
    source: api('CreateQueue'),
  },
  {
    titles: ['says where a dead letter came from'],
    does: 'leaves DeadLetterQueueSourceArn out',
    source: api('ReceiveMessage'),
  },
  {
    titles: ['counts a dead letter of a FIFO queue as sent when it was moved'],
    does: 'keeps the time of the first send, as for standard queues',
    source: guide('setting-up-dead-letter-queue-retention'),
  },
  {
    titles: [
      'gives messages up in order, each with its id to tell duplicates by',
    ],
    does: 'gives up one message of a group at a time',
    source: guide('sqs-configure-dead-letter-queue-redrive'),
  },
  {
    titles: ['answers a digest of the trace header'],
    does: 'leaves MD5OfMessageSystemAttributes out',
    source: api('SendMessage'),
  },
  {
    titles: ['lets only those queues in that a redrive allow policy names'],
    does: 'lets any queue in',
    source: api('SetQueueAttributes'),
  },
];

/** What both of the emulators that we compare with do unlike SQS. */
export const common = (server: string): readonly Deviation[] =>
  both.map(deviation => ({ server, ...deviation }));
