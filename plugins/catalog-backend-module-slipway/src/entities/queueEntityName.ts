import { createHash } from 'node:crypto';
import { parseArn, SlipwayEnvironment } from '@slipway/platform-common';

/** Longest name of an entity; queues may have 80 characters. */
const MAX_NAME = 63;

/**
 * Catalog name of a queue: its own name, which gets the environment's in front where it lacks that, since accounts may
 * have queues of the same name and the catalog may not.
 */
export function queueEntityName(
  arn: string,
  environment: Pick<SlipwayEnvironment, 'name'>,
): string {
  const queue = parseArn(arn).resource.replace(/[^\w.-]/g, '-');
  const hasEnvironment = queue.split(/[-_.]/).includes(environment.name);
  const name = hasEnvironment ? queue : `${environment.name}-${queue}`;
  if (name.length <= MAX_NAME) {
    return name;
  }
  const hash = createHash('sha256').update(arn).digest('hex').slice(0, 8);
  return `${name.slice(0, MAX_NAME - 9)}-${hash}`;
}
