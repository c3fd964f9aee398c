import { annotations } from '@slipway/platform-common';
import { Entity } from '@backstage/catalog-model';
import { Environments } from '../environments/types';
import { resolveArns, ResolvedArn } from './resolveArns';
import { EcsServiceResource, Resolved, ResourceProblem } from './types';

/** The ECS services of `aws.amazon.com/amazon-ecs-service-arn`. */
export function resolveEcsServices(
  entity: Entity,
  environments: Environments,
): Resolved<EcsServiceResource> {
  const annotation = annotations.ecsServiceArn;
  const { found, problems } = resolveArns(
    entity,
    annotation,
    'ecs',
    environments,
  );
  const parsed = found.map(parseService);
  return {
    resources: parsed.flatMap(item => ('arn' in item ? [item] : [])),
    problems: [
      ...problems,
      ...parsed.flatMap(item => ('fix' in item ? [item] : [])),
    ],
  };
}

/** ARNs from before 2018 name no cluster: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-account-settings.html */
function parseService({
  arn,
  environment,
}: ResolvedArn): EcsServiceResource | ResourceProblem {
  const [kind, ...names] = arn.resource.split('/');
  const service = names.pop();
  const cluster = names.pop() ?? environment.ecs?.cluster ?? 'default';
  if (kind !== 'service' || !service || names.length > 0) {
    return {
      annotation: annotations.ecsServiceArn,
      message: `'${arn.arn}' does not name an ECS service`,
      fix: 'Write arn:aws:ecs:<region>:<account>:service/<cluster>/<service>',
    };
  }
  return { environment, arn: arn.arn, cluster, service };
}
