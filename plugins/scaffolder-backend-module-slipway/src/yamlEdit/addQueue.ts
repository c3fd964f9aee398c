import { InputError } from '@backstage/errors';
import { z } from 'zod';
import { YamlFile } from './YamlFile';
import { yamlString } from '../filters/yamlString';

/** Plain variables of the container, by name. */
export type Variables = Readonly<Record<string, string>>;

/** The queue as the files of one environment call it. */
export interface AddedQueue {
  readonly name: string;
  readonly awsName: string;
  readonly arn: string;
  readonly url: string;
}

/** Tells the container of a Kubernetes overlay its variables. */
export function addToDeployment(
  path: string,
  text: string,
  variables: Variables,
): string {
  const file = YamlFile.parse(path, text);
  const place = {
    path: ['spec', 'template', 'spec', 'containers', 0, 'env'],
  };
  for (const [name, value] of Object.entries(variables)) {
    file.addItem(
      place,
      `name: ${name}\nvalue: ${yamlString(value)}`,
      byField('name'),
    );
  }
  return file.toString();
}

/** Tells the tasks of an ECS service their variables, and its scaling of the queue. */
export function addToEcsConfig(
  path: string,
  text: string,
  variables: Variables,
  queue: AddedQueue,
): string {
  const file = YamlFile.parse(path, text);
  for (const [name, value] of Object.entries(variables)) {
    file.addPair({ path: ['environment'] }, name, value);
  }
  if (file.value({ path: ['scaling', 'by'] }) === 'queue') {
    const place = { path: ['scaling', 'queues'] };
    requireRoom(file.value(place), queue);
    file.addItem(place, yamlString(queue.awsName));
  }
  return file.toString();
}

// As in serviceSpecSchema: a metric of Application Auto Scaling is made of ten others at most, and two are taken.
const MOST_SCALING_QUEUES = 8;

function requireRoom(queues: unknown, { name, awsName }: AddedQueue): void {
  if (!Array.isArray(queues) || queues.includes(awsName)) return;
  if (queues.length < MOST_SCALING_QUEUES) return;
  throw new InputError(
    `queue.name '${name}' would be one queue too many to scale by: ECS counts ${MOST_SCALING_QUEUES} at most; let the service scale by cpu first`,
  );
}

/** Lets KEDA look at the queue too. */
export function addToScaledObject(
  path: string,
  text: string,
  queue: AddedQueue,
  options: { service: string; region: string },
): string {
  const file = YamlFile.parse(path, text);
  const trigger = [
    'type: aws-sqs-queue',
    `name: ${yamlString(queue.name)}`,
    'authenticationRef:',
    `  name: ${yamlString(options.service)}`,
    'metadata:',
    `  awsRegion: ${options.region}`,
    '  # Messages for each replica.',
    "  queueLength: '20'",
    `  queueURL: ${queue.url}`,
  ].join('\n');
  file.addItem({ path: ['spec', 'triggers'] }, trigger, byField('name'));
  return file.toString();
}

const QUEUE_ARNS = 'aws.amazon.com/amazon-sqs-queue-arn';

/** Says in the catalog that the component owns the queues. */
export function addToCatalog(
  path: string,
  text: string,
  queues: readonly AddedQueue[],
): string {
  const file = YamlFile.parse(path, text);
  const kind = 'Component';
  for (const { arn, awsName } of queues) {
    file.addWord({ kind, path: ['metadata', 'annotations', QUEUE_ARNS] }, arn);
    file.addItem(
      { kind, path: ['spec', 'dependsOn'] },
      `resource:default/${awsName}`,
    );
  }
  return file.toString();
}

/** What tells the maps of a list apart. */
function byField(field: string): (item: unknown) => string {
  const schema = z.object({ [field]: z.string() });
  return item => schema.safeParse(item).data?.[field] ?? '';
}
