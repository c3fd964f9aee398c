import {
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
  parseEntityRef,
  ResourceEntity,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import {
  annotations,
  parseArn,
  SlipwayEnvironment,
  SQS_QUEUE_TYPE,
} from '@slipway/platform-common';
import { entityRefSchema } from '@slipway/platform-node';
import { queueEntityName } from './queueEntityName';
import { QueueDescription } from '../inventory/types';
import { QueueTagKeys } from '../readQueueProviderConfig';

interface Options {
  readonly environment: SlipwayEnvironment;
  readonly defaultOwner?: string;
  readonly tags: QueueTagKeys;
}

/** `5m`, `PT5M`; anything else is taken as no tag. */
const AGE_OBJECTIVE = /^(\d{1,9} ?[a-z]{1,12}|P[0-9DTHMSW.]{2,30})$/i;

/** Resource entities of an environment's queues; those without an owner are counted and left out. */
export function toQueueEntities(
  queues: readonly QueueDescription[],
  options: Options,
): { entities: ResourceEntity[]; unowned: number } {
  const owned = queues.flatMap(queue => {
    const owner = ownerOf(queue, options);
    return owner ? [{ queue, owner }] : [];
  });
  const names = new Map(
    owned.map(({ queue: { arn } }) => [
      arn,
      queueEntityName(arn, options.environment),
    ]),
  );
  const deadLetterQueues = new Set(queues.map(({ dlqArn }) => dlqArn));
  const entities = owned.map(({ queue, owner }) =>
    toQueueEntity(queue, owner, {
      ...options,
      names,
      isDeadLetterQueue: deadLetterQueues.has(queue.arn),
    }),
  );
  return { entities, unowned: queues.length - owned.length };
}

function toQueueEntity(
  queue: QueueDescription,
  owner: string,
  context: Options & {
    names: ReadonlyMap<string, string>;
    isDeadLetterQueue: boolean;
  },
): ResourceEntity {
  const { names, environment, isDeadLetterQueue, tags } = context;
  const { arn, dlqArn } = queue;
  const location = `slipway-sqs:${environment.account}/${environment.region}`;
  const dlq = dlqArn && names.get(dlqArn);
  // A service works with the queue in front; its dead-letter queue hangs on that queue.
  const component = isDeadLetterQueue
    ? undefined
    : toRef(tagOf(queue, tags.component), 'component');
  return {
    apiVersion: 'backstage.io/v1beta1',
    kind: 'Resource',
    metadata: {
      name: names.get(arn) ?? queueEntityName(arn, environment),
      title: parseArn(arn).resource,
      description: `SQS queue in ${environment.title}`,
      annotations: {
        [ANNOTATION_LOCATION]: location,
        [ANNOTATION_ORIGIN_LOCATION]: location,
        [annotations.sqsQueueArn]: arn,
        ...annotationsOf(queue, tags),
      },
      tags: ['sqs'],
    },
    spec: {
      type: SQS_QUEUE_TYPE,
      owner,
      system: toRef(tagOf(queue, tags.system), 'system'),
      dependsOn: dlq ? [`resource:default/${dlq}`] : undefined,
      dependencyOf: component ? [component] : undefined,
    },
  };
}

function ownerOf(
  queue: QueueDescription,
  options: Options,
): string | undefined {
  const owner = tagOf(queue, options.tags.owner) ?? options.defaultOwner;
  return toRef(owner, 'group');
}

/** Value of the first of these tags that the queue has. */
function tagOf(
  { tags }: QueueDescription,
  keys: readonly string[],
): string | undefined {
  const key = keys.find(candidate => Object.hasOwn(tags, candidate));
  return key && tags[key].trim();
}

/** What a team says about its queue in Terraform, where the queue is, and not in the catalog. */
function annotationsOf(
  queue: QueueDescription,
  tags: QueueTagKeys,
): Record<string, string> {
  const objective = tagOf(queue, tags.ageObjective) ?? '';
  return {
    ...(tagOf(queue, tags.redrive)?.toLowerCase() === 'never' && {
      [annotations.queueRedrive]: 'never',
    }),
    ...(AGE_OBJECTIVE.test(objective) && {
      [annotations.queueAgeObjective]: objective,
    }),
  };
}

/** Tags are written by anyone who can deploy; what is no entity ref is taken as no tag. */
function toRef(text: string | undefined, kind: string): string | undefined {
  if (!text) {
    return undefined;
  }
  try {
    const ref = parseEntityRef(text, {
      defaultKind: kind,
      defaultNamespace: 'default',
    });
    return entityRefSchema.safeParse(stringifyEntityRef(ref)).data;
  } catch {
    return undefined;
  }
}
