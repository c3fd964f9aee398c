import { isMap, parseDocument, YAMLMap } from 'yaml';
import { insertMap, insertPair, insertText } from './insertSorted';
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
  const document = file.document();
  const env = file.list(document, [
    ...['spec', 'template', 'spec', 'containers'],
    0,
    'env',
  ]);
  for (const [name, value] of Object.entries(variables)) {
    insertMap(
      env,
      'name',
      parseMap(`name: ${name}\nvalue: ${yamlString(value)}`),
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
  const document = file.document();
  const environment = file.map(document, ['environment']);
  for (const [name, value] of Object.entries(variables)) {
    insertPair(environment, name, value);
  }
  if (document.getIn(['scaling', 'by']) === 'queue') {
    insertText(file.list(document, ['scaling', 'queues']), queue.awsName);
  }
  return file.toString();
}

/** Lets KEDA look at the queue too. */
export function addToScaledObject(
  path: string,
  text: string,
  queue: AddedQueue,
  options: { service: string; region: string },
): string {
  const file = YamlFile.parse(path, text);
  const triggers = file.list(file.document(), ['spec', 'triggers']);
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
  insertMap(triggers, 'name', parseMap(trigger));
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
  const document = file.document('Component');
  const annotations = file.map(document, ['metadata', 'annotations']);
  const arns = String(annotations.get(QUEUE_ARNS) ?? '')
    .split(',')
    .map(arn => arn.trim())
    .filter(Boolean);
  const all = new Set([...arns, ...queues.map(({ arn }) => arn)]);
  insertPair(annotations, QUEUE_ARNS, [...all].sort().join(','));
  const dependsOn = file.list(document, ['spec', 'dependsOn']);
  for (const { awsName } of queues) {
    insertText(dependsOn, `resource:default/${awsName}`);
  }
  return file.toString();
}

function parseMap(text: string): YAMLMap {
  const { contents } = parseDocument(text);
  if (!isMap(contents)) throw new Error('Not a map');
  return contents;
}
