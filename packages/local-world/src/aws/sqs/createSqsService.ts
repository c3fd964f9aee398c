import { AwsService } from '../server/AwsService';
import { attributeOperations } from './attributeOperations';
import { moveTaskOperations } from './moveTaskOperations';
import { queueOperations } from './queueOperations';
import { receiveOperations } from './receiveOperations';
import { sendOperations } from './sendOperations';
import { settleOperations } from './settleOperations';
import { SqsState } from './sqsOperation';

/**
 * SQS in its JSON 1.0 protocol.
 * @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/
 */
export const createSqsService = (state: SqsState): AwsService => ({
  name: 'SQS',
  target: 'AmazonSQS',
  signingName: 'sqs',
  protocol: 'json-1.0',
  operations: {
    ...queueOperations(state),
    ...attributeOperations(state),
    ...sendOperations(state),
    ...receiveOperations(state),
    ...settleOperations(state),
    ...moveTaskOperations(state),
  },
});
