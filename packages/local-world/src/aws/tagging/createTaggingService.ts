import { WorldClock } from '../../world/types';
import { AwsService, operationFor } from '../server/AwsService';
import { QueueStore } from '../sqs/QueueStore';
import { getResources, getResourcesInput } from './getResources';
import { taggedResources } from './taggedResources';

/**
 * The Resource Groups Tagging API in its JSON 1.1 protocol: which resources of an account and region are tagged.
 * @see https://docs.aws.amazon.com/resourcegroupstagging/latest/APIReference/
 */
export const createTaggingService = (state: {
  readonly queues: QueueStore;
  readonly clock: WorldClock;
}): AwsService => ({
  name: 'ResourceGroupsTagging',
  target: 'ResourceGroupsTaggingAPI_20170126',
  signingName: 'tagging',
  protocol: 'json-1.1',
  operations: {
    GetResources: operationFor('InvalidParameterException')(
      getResourcesInput,
      (input, { account, region }) =>
        getResources(
          taggedResources(state.queues, account, region),
          input,
          state.clock.now(),
        ),
    ),
  },
});
