import { Entity } from '@backstage/catalog-model';
import {
  annotations,
  parseArn,
  parseListAnnotation,
  SlipwayEnvironment,
  SourceResult,
} from '@slipway/platform-common';
import { Environments } from '../../environments/types';
import { QueueResource, Resolved, ResourceProblem } from '../types';
import { FoundQueues, Tag, TaggedQueues } from './TaggedQueues';

const annotation = annotations.sqsQueueTags;
/** https://docs.aws.amazon.com/resourcegroupstagging/latest/APIReference/API_TagFilter.html */
const TAG = /^([^=]{1,128})=(.{1,256})$/u;
/** More tags than this say nothing more. */
const MAX_TAGS = 10;

/** The queues that carry all tags of the entity's annotation, in every environment. */
export async function resolveTaggedQueues(
  entity: Entity,
  deps: { environments: Environments; taggedQueues: TaggedQueues },
): Promise<Resolved<QueueResource>> {
  const parts = parseListAnnotation(entity.metadata.annotations?.[annotation]);
  if (parts.length === 0) {
    return { resources: [], problems: [] };
  }
  const tags = parseTags(parts);
  if ('problem' in tags) {
    return { resources: [], problems: [tags.problem] };
  }
  const { environments, taggedQueues } = deps;
  const results = await Promise.all(
    placesOf(environments).map(environment =>
      taggedQueues.find(tags.tags, environment),
    ),
  );
  const resources = results.flatMap(({ data }) =>
    (data?.arns ?? []).flatMap(arn => toQueue(arn, environments)),
  );
  const problems = results.flatMap(problemsOf);
  return {
    resources,
    problems:
      resources.length + problems.length > 0
        ? problems
        : [nothingFound(parts.join(', '))],
  };
}

function parseTags(
  parts: readonly string[],
): { tags: Tag[] } | { problem: ResourceProblem } {
  const fix = 'Write key=value; separate several by commas, ten at most';
  const wrong = parts.find(part => !TAG.test(part));
  if (wrong !== undefined || parts.length > MAX_TAGS) {
    const message =
      wrong === undefined
        ? `${parts.length} tags are too many`
        : `'${wrong.slice(0, 120)}' is not a tag`;
    return { problem: { annotation, message, fix } };
  }
  const tags = parts.flatMap(part => {
    const [, key = '', value = ''] = TAG.exec(part) ?? [];
    return [{ key: key.trim(), value: value.trim() }];
  });
  return { tags };
}

/** One environment for each account and region, since tags are looked up there. */
function placesOf(environments: Environments): SlipwayEnvironment[] {
  return [
    ...new Map(
      environments
        .list()
        .map(environment => [
          `${environment.account} ${environment.region}`,
          environment,
        ]),
    ).values(),
  ];
}

/** The API answers for `sqs` only; what else comes back is of no use. */
function toQueue(arn: string, environments: Environments): QueueResource[] {
  try {
    const { resource, service } = parseArn(arn);
    const environment = environments.forArn(arn);
    return service === 'sqs' && environment
      ? [{ arn, name: resource, environment, foundBy: 'tags' }]
      : [];
  } catch {
    return [];
  }
}

function problemsOf(result: SourceResult<FoundQueues>): ResourceProblem[] {
  const { data, message, source, state } = result;
  const where = `Queues tagged ${source.target} in ${source.environment}`;
  if (!data) {
    return [
      {
        annotation,
        message: `${where} could not be looked up: ${message ?? state}`,
        fix:
          result.fix ??
          'Name the queues by ARN in aws.amazon.com/amazon-sqs-queue-arn',
      },
    ];
  }
  return data.more
    ? [
        {
          annotation,
          message: `${where} are more than ${data.arns.length}; only the first are shown`,
          fix: 'Add a tag that only the queues of this entity carry',
        },
      ]
    : [];
}

function nothingFound(tags: string): ResourceProblem {
  return {
    annotation,
    message: `No queue carries the tags ${tags.slice(0, 200)}`,
    fix: 'Compare with the tags of the aws_sqs_queue in Terraform: keys and values are case-sensitive',
  };
}
