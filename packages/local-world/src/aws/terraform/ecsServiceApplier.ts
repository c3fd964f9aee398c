import { z } from 'zod';
import { DefaultWorkloadRegistry } from '../../world/DefaultWorkloadRegistry';
import { AppliedResource, Workload, WorldEnvironment } from '../../world/types';
import { grantedQueues } from './grantedQueues';
import { ResourceApplier } from './ResourceApplier';

const REQUESTS_PER_SECOND = 5;
const MESSAGES_PER_SECOND = 1;

const serviceValues = z.object({
  name: z.string().min(1),
  desired_count: z.coerce.number().int().min(0).default(1),
  tags: z.object({ component: z.string().min(1) }),
});

const containersSchema = z.array(z.object({ image: z.string() })).min(1);

/**
 * Runs what `aws_ecs_service` declares as a workload named by the tag `component`. Its traffic is read from what the
 * root grants: it consumes and sends to the queues that its role may.
 */
export const ecsServiceApplier = (
  workloads: DefaultWorkloadRegistry,
): ResourceApplier => ({
  identity: ({ values }) => String(values.name),
  put: (resource, environment, all) => {
    const { name } = environment;
    const values = parseService(resource);
    const { component } = values.tags;
    const before = workloads.get(name, component);
    workloads.upsert(
      workloadOf({ resource, values, environment, all, before }),
    );
  },
  remove: (resource, environment) =>
    workloads.remove(environment.name, parseService(resource).tags.component),
});

function workloadOf(input: {
  resource: AppliedResource;
  values: z.infer<typeof serviceValues>;
  environment: WorldEnvironment;
  all: readonly AppliedResource[];
  before: Workload | undefined;
}): Workload {
  const { resource, values, environment, all, before } = input;
  const answers = all.some(({ type }) => type === 'aws_lb_listener_rule');
  const sends = grantedQueues(all, 'sqs:SendMessage');
  return {
    name: values.tags.component,
    environment: environment.name,
    platform: 'ecs',
    requestsPerSecond:
      before?.requestsPerSecond ?? (answers ? REQUESTS_PER_SECOND : 0),
    consumes: grantedQueues(all, 'sqs:ReceiveMessage'),
    produces: sends.map(
      queue =>
        before?.produces.find(flow => flow.queue === queue) ?? {
          queue,
          perSecond: MESSAGES_PER_SECOND,
        },
    ),
    // The autoscaler's once the service runs; load never moves it here.
    replicas: before?.replicas ?? values.desired_count,
    image: imageOf(resource, environment, all),
  };
}

function parseService({ address, values }: AppliedResource) {
  const parsed = serviceValues.safeParse(values);
  if (parsed.success) return parsed.data;
  throw new Error(`${address}: ${z.prettifyError(parsed.error)}`);
}

/**
 * The image of the task definition beside the service. A definition with a value that is known only after apply, such
 * as the address of a new database, is unknown as a whole; then the tag that the module puts on it tells the image.
 */
function imageOf(
  { address }: AppliedResource,
  { account, region }: WorldEnvironment,
  all: readonly AppliedResource[],
): string {
  const definition = all.find(
    other =>
      other.address ===
      address.replace('aws_ecs_service.', 'aws_ecs_task_definition.'),
  );
  const written = z
    .string()
    .safeParse(definition?.values.container_definitions);
  if (written.success) {
    return containersSchema.parse(JSON.parse(written.data))[0].image;
  }
  const tags = z
    .object({ component: z.string(), image: z.string().optional() })
    .safeParse(definition?.values.tags);
  const component = tags.data?.component ?? 'unknown';
  return (
    tags.data?.image ??
    `${account}.dkr.ecr.${region}.amazonaws.com/${component}:unknown`
  );
}
