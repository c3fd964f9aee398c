import {
  DescribeServicesCommand,
  DescribeTaskDefinitionCommand,
  DescribeTasksCommand,
  ECSClient,
  ListTasksCommand,
} from '@aws-sdk/client-ecs';
import {
  AwsClients,
  EcsServiceResource,
  mapAwsError,
} from '@slipway/platform-node';
import { EcsService, toEcsService } from './toEcsService';

/** The most services one DescribeServices takes. */
export const ECS_BATCH = 10;
/** Enough to say why tasks stop; ECS keeps stopped ones for about an hour. */
const STOPPED_TASKS = 10;

type Context = { readonly signal: AbortSignal };

/** A task that stopped, and why. */
export interface StoppedTask {
  readonly reason: string;
  readonly stoppedAt?: string;
}

/**
 * Reads of ECS; needs `ecs:DescribeServices`, `ecs:DescribeTaskDefinition`, `ecs:ListTasks` and `ecs:DescribeTasks`.
 * All throw UpstreamError.
 */
export class EcsServicesClient {
  readonly #clients: AwsClients;

  constructor(clients: AwsClients) {
    this.#clients = clients;
  }

  /** Services of one cluster, by ARN as it was asked for; those that do not exist are left out. */
  async describe(
    resources: readonly EcsServiceResource[],
    context: Context,
  ): Promise<Map<string, EcsService>> {
    const [{ cluster }] = resources;
    const reply = await this.#send(resources[0], context, (client, options) =>
      client.send(
        new DescribeServicesCommand({
          cluster,
          services: resources.map(({ service }) => service),
        }),
        options,
      ),
    );
    const found = (reply.services ?? []).map(toEcsService);
    return new Map(
      resources.flatMap(resource => {
        const service = found.find(({ name }) => name === resource.service);
        return service ? [[resource.arn, service] as const] : [];
      }),
    );
  }

  /** Images of a task definition, in the order of its containers. */
  async images(
    resource: EcsServiceResource,
    taskDefinition: string,
    context: Context,
  ): Promise<string[]> {
    const reply = await this.#send(resource, context, (client, options) =>
      client.send(
        new DescribeTaskDefinitionCommand({ taskDefinition }),
        options,
      ),
    );
    return (reply.taskDefinition?.containerDefinitions ?? []).flatMap(
      ({ image }) => (image ? [image] : []),
    );
  }

  async stoppedTasks(
    resource: EcsServiceResource,
    context: Context,
  ): Promise<StoppedTask[]> {
    const { cluster, service } = resource;
    const { taskArns = [] } = await this.#send(
      resource,
      context,
      (client, options) =>
        client.send(
          new ListTasksCommand({
            cluster,
            serviceName: service,
            desiredStatus: 'STOPPED',
            maxResults: STOPPED_TASKS,
          }),
          options,
        ),
    );
    if (taskArns.length === 0) return [];
    const { tasks = [] } = await this.#send(
      resource,
      context,
      (client, options) =>
        client.send(
          new DescribeTasksCommand({ cluster, tasks: taskArns }),
          options,
        ),
    );
    return tasks.flatMap(({ stoppedReason, stoppedAt }) =>
      stoppedReason
        ? [{ reason: stoppedReason, stoppedAt: stoppedAt?.toISOString() }]
        : [],
    );
  }

  async #send<T>(
    { environment }: EcsServiceResource,
    { signal }: Context,
    call: (
      client: ECSClient,
      options: { abortSignal: AbortSignal },
    ) => Promise<T>,
  ): Promise<T> {
    try {
      const client = await this.#clients.getClient(ECSClient, environment);
      return await call(client, { abortSignal: signal });
    } catch (error) {
      throw mapAwsError(error);
    }
  }
}
