import { z } from 'zod';
import { AwsError } from '../server/AwsError';
import { AwsOperation } from '../server/AwsService';
import { checkRedrive } from './checkRedrive';
import { Queue } from './Queue';
import { checkAttributes, isAttributeName } from './queueAttributes';
import { queueAt, queueUrl, sqsOperation, SqsState } from './sqsOperation';

const TAG_LIMIT = 50;

const unixSeconds = (millis: number) => String(Math.floor(millis / 1000));

function allAttributes(state: SqsState, queue: Queue): Record<string, string> {
  const counts = state.flow.counts(queue);
  return {
    ...queue.attributes,
    QueueArn: queue.arn,
    ApproximateNumberOfMessages: String(counts.visible),
    ApproximateNumberOfMessagesNotVisible: String(counts.inFlight),
    ApproximateNumberOfMessagesDelayed: String(counts.delayed),
    CreatedTimestamp: unixSeconds(queue.createdAt),
    LastModifiedTimestamp: unixSeconds(queue.modifiedAt),
  };
}

const getQueueAttributes = (state: SqsState) =>
  sqsOperation(
    z.object({
      QueueUrl: queueUrl,
      AttributeNames: z.array(z.string()).default([]),
    }),
    (input, call) => {
      const queue = queueAt(state, input.QueueUrl, call);
      const names = input.AttributeNames;
      const unknown = names.find(
        name => name !== 'All' && !isAttributeName(name),
      );
      if (unknown !== undefined) {
        throw new AwsError(
          'InvalidAttributeName',
          `Unknown Attribute ${unknown}.`,
          { queryCode: 'InvalidAttributeName' },
        );
      }
      const chosen = Object.entries(allAttributes(state, queue)).filter(
        ([name]) => names.includes('All') || names.includes(name),
      );
      return names.length === 0
        ? {}
        : { Attributes: Object.fromEntries(chosen) };
    },
  );

const setQueueAttributes = (state: SqsState) =>
  sqsOperation(
    z.object({
      QueueUrl: queueUrl,
      Attributes: z.record(z.string(), z.string()),
    }),
    (input, call) => {
      const queue = queueAt(state, input.QueueUrl, call);
      checkAttributes(input.Attributes);
      checkRedrive(state.queues, queue, input.Attributes);
      queue.setAttributes(input.Attributes, state.clock.now());
    },
  );

const tagQueue = (state: SqsState) =>
  sqsOperation(
    z.object({ QueueUrl: queueUrl, Tags: z.record(z.string(), z.string()) }),
    (input, call) => {
      const { tags } = queueAt(state, input.QueueUrl, call);
      const added = Object.entries(input.Tags);
      const fresh = added.filter(([key]) => !tags.has(key)).length;
      if (tags.size + fresh > TAG_LIMIT) {
        throw new AwsError(
          'InvalidParameterValue',
          `Too many tags added for queue: the limit is ${TAG_LIMIT}.`,
        );
      }
      added.forEach(([key, value]) => tags.set(key, value));
    },
  );

const untagQueue = (state: SqsState) =>
  sqsOperation(
    z.object({ QueueUrl: queueUrl, TagKeys: z.array(z.string()) }),
    (input, call) => {
      const { tags } = queueAt(state, input.QueueUrl, call);
      input.TagKeys.forEach(key => tags.delete(key));
    },
  );

const listQueueTags = (state: SqsState) =>
  sqsOperation(z.object({ QueueUrl: queueUrl }), (input, call) => {
    const { tags } = queueAt(state, input.QueueUrl, call);
    return tags.size === 0 ? {} : { Tags: Object.fromEntries(tags) };
  });

/** Operations on a queue's attributes and tags. */
export const attributeOperations = (
  state: SqsState,
): Record<string, AwsOperation> => ({
  GetQueueAttributes: getQueueAttributes(state),
  SetQueueAttributes: setQueueAttributes(state),
  TagQueue: tagQueue(state),
  UntagQueue: untagQueue(state),
  ListQueueTags: listQueueTags(state),
});
