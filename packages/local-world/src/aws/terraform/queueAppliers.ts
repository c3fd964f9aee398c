import {
  AppliedResource,
  WorldClock,
  WorldEnvironment,
} from '../../world/types';
import { Queue } from '../sqs/Queue';
import { checkAttributes } from '../sqs/queueAttributes';
import { parseRedrivePolicy } from '../sqs/redrivePolicy';
import { QueueStore } from '../sqs/QueueStore';
import { queueAttributesFrom, tagsFrom } from './queueArguments';
import { ResourceApplier } from './ResourceApplier';
import { siblingQueueName } from './siblingQueue';

function nameOf({ address, values }: AppliedResource): string {
  if (typeof values.name !== 'string' || values.name === '') {
    throw new Error(`${address}: the world needs a known name of the queue`);
  }
  return values.name;
}

const identityOf = (
  { account, region }: WorldEnvironment,
  resource: AppliedResource,
) => ({ account, region, name: nameOf(resource) });

function retag(queue: Queue, tags: Readonly<Record<string, string>>): void {
  queue.tags.clear();
  Object.entries(tags).forEach(([key, value]) => queue.tags.set(key, value));
}

function queueApplier(queues: QueueStore, clock: WorldClock): ResourceApplier {
  return {
    identity: ({ values }) => String(values.name),
    put: (resource, environment) => {
      const identity = identityOf(environment, resource);
      const attributes = queueAttributesFrom(resource.values);
      checkAttributes(attributes);
      parseRedrivePolicy(attributes.RedrivePolicy);
      const queue = queues.ensure(identity, attributes);
      queue.setAttributes(attributes, clock.now());
      retag(queue, tagsFrom(resource.values));
    },
    remove: (resource, environment) =>
      queues.delete(identityOf(environment, resource)),
  };
}

/** A resource of its own that sets one attribute of a queue. */
function attributeApplier(
  queues: QueueStore,
  clock: WorldClock,
  argument: string,
): ResourceApplier {
  const set = (
    resource: AppliedResource,
    { account, region }: WorldEnvironment,
    all: readonly AppliedResource[],
    attributes: Record<string, string>,
  ) => {
    const name = siblingQueueName(resource, all);
    const queue =
      name === undefined ? undefined : queues.get({ account, region, name });
    checkAttributes(attributes);
    queue?.setAttributes(attributes, clock.now());
  };
  return {
    identity: ({ address }) => address,
    put: (resource, environment, all) =>
      set(resource, environment, all, queueAttributesFrom(resource.values)),
    remove: (resource, environment, all) => {
      const [attribute] = Object.keys(queueAttributesFrom({ [argument]: '' }));
      set(resource, environment, all, { [attribute]: '' });
    },
  };
}

/** Appliers of the SQS resources, by Terraform type. */
export const queueAppliers = (
  queues: QueueStore,
  clock: WorldClock,
): Record<string, ResourceApplier> => ({
  aws_sqs_queue: queueApplier(queues, clock),
  aws_sqs_queue_policy: attributeApplier(queues, clock, 'policy'),
  aws_sqs_queue_redrive_policy: attributeApplier(
    queues,
    clock,
    'redrive_policy',
  ),
  aws_sqs_queue_redrive_allow_policy: attributeApplier(
    queues,
    clock,
    'redrive_allow_policy',
  ),
});
