import { AppliedResource } from '../../world/types';

/** `module.orders.aws_sqs_queue_policy.dlq` → `module.orders`, `dlq` */
function split(address: string, type: string) {
  const at = address.lastIndexOf(`${type}.`);
  return {
    module: address.slice(0, at),
    name: address.slice(at + type.length + 1),
  };
}

/**
 * Finds the queue that a resource such as `aws_sqs_queue_policy` is for.
 *
 * @remarks
 * Its `queue_url` is known when it is written out. A reference to a queue made by the same plan is unknown until that
 * is applied; then the queue of the same module and name is taken, which is how such pairs are written.
 */
export function siblingQueueName(
  resource: AppliedResource,
  all: readonly AppliedResource[],
): string | undefined {
  const { queue_url: url } = resource.values;
  if (typeof url === 'string') {
    return url.split('/').pop();
  }
  const { module, name } = split(resource.address, resource.type);
  const queues = all.filter(
    ({ type, address }) =>
      type === 'aws_sqs_queue' && split(address, type).module === module,
  );
  const match =
    queues.find(({ type, address }) => split(address, type).name === name) ??
    (queues.length === 1 ? queues[0] : undefined);
  return match && typeof match.values.name === 'string'
    ? match.values.name
    : undefined;
}
