import { z } from 'zod';
import { AWS_NAME_RULE, awsNameSchema } from './names';

const SECONDS_OF_DAY = 86_400;
/** The longest SQS keeps a message, in days. @public */
export const MAX_RETENTION_DAYS = 14;

const whole = (least: number, most: number, unit: string) =>
  z
    .number()
    .int(`must be a whole number of ${unit}`)
    .min(least, `must be ${least} ${unit} or more`)
    .max(most, `must be ${most} ${unit} or less`);

/**
 * A queue that a service owns and consumes, with its dead-letter queue.
 *
 * @remarks Limits: https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/quotas-queues.html
 * @public
 */
export const queueSpecSchema = z
  .strictObject({
    /** Without the environment in front and without `.fifo` behind. */
    name: awsNameSchema.refine(
      name => !name.endsWith('-dlq'),
      `${AWS_NAME_RULE}; -dlq is put behind by itself`,
    ),
    fifo: z.boolean().default(false),
    /** FIFO only: SQS takes the SHA-256 of the body for the deduplication id. */
    contentBasedDeduplication: z.boolean().default(false),
    /** Times a message is tried before it moves to the dead-letter queue. */
    maxReceiveCount: whole(1, 20, 'attempts').default(3),
    /** Seconds. */
    visibilityTimeout: whole(10, SECONDS_OF_DAY / 2, 'seconds').default(60),
    /** Days an unread message is kept. */
    retentionDays: whole(1, MAX_RETENTION_DAYS, 'days').default(4),
    /** Days a dead letter is kept, counted from when the message was first sent. */
    dlqRetentionDays: whole(1, MAX_RETENTION_DAYS, 'days').default(
      MAX_RETENTION_DAYS,
    ),
    /** Seconds of age of the oldest message above which an alarm goes off. */
    maxMessageAge: whole(60, SECONDS_OF_DAY * 14, 'seconds').default(900),
  })
  .superRefine((queue, ctx) => {
    if (queue.dlqRetentionDays <= queue.retentionDays) {
      ctx.addIssue({
        code: 'custom',
        path: ['dlqRetentionDays'],
        message: `must be longer than retentionDays (${queue.retentionDays}): a dead letter keeps the age it had and would be gone on arrival; choose ${MAX_RETENTION_DAYS}`,
      });
    }
    if (queue.contentBasedDeduplication && !queue.fifo) {
      ctx.addIssue({
        code: 'custom',
        path: ['contentBasedDeduplication'],
        message: 'is for FIFO queues only; turn fifo on or this off',
      });
    }
  });

/** @public */
export type QueueSpec = Readonly<z.infer<typeof queueSpecSchema>>;
/** A queue as a form gives it, before defaults. @public */
export type QueueSpecInput = Readonly<z.input<typeof queueSpecSchema>>;
