/**
 * Annotations Slipway reads; all but the `slipway.io/` ones are conventions of other projects,
 * read unchanged so that an existing catalog works as it is.
 * @public
 */
export const annotations = {
  /** Comma list of SQS queue ARNs the entity owns or works with. */
  sqsQueueArn: 'aws.amazon.com/amazon-sqs-queue-arn',
  /** Comma list of `key=value`: queues that carry all of these AWS tags, as AWS Labs finds other resources. */
  sqsQueueTags: 'aws.amazon.com/amazon-sqs-queue-tags',
  /** `never`: nobody may redrive or purge the queue (or any queue of the entity), whatever they are permitted. */
  queueRedrive: 'slipway.io/queue-redrive',
  /** How long a message may wait, such as `5m` or `PT5M`; older messages count as a risk. */
  queueAgeObjective: 'slipway.io/queue-age-objective',
  /** Roadie's AWS provider, on Resource entities of type `sqs-queue`. */
  roadieSqsQueueArn: 'amazon.com/sqs-queue-arn',
  /** AWS Labs' Config provider. */
  awsArn: 'aws.amazon.com/arn',
  awsResourceType: 'aws.amazon.com/resource-type',
  ecsServiceArn: 'aws.amazon.com/amazon-ecs-service-arn',
  argoAppName: 'argocd/app-name',
  argoAppSelector: 'argocd/app-selector',
  argoAppNamespace: 'argocd/app-namespace',
  argoProjectName: 'argocd/project-name',
  argoInstanceName: 'argocd/instance-name',
  prometheusServiceName: 'prometheus.io/service-name',
  kubernetesId: 'backstage.io/kubernetes-id',
  githubProjectSlug: 'github.com/project-slug',
  githubUserLogin: 'github.com/user-login',
} as const;

/** The catalog `spec.type` of SQS queue Resources. @public */
export const SQS_QUEUE_TYPE = 'sqs-queue';

/** Splits a comma list annotation; blanks are dropped, order is kept, doubles are dropped. @public */
export function parseListAnnotation(value: string | undefined): string[] {
  const parts = (value ?? '').split(',').map(part => part.trim());
  return [...new Set(parts.filter(Boolean))];
}
