import { ServiceSpec, variableName } from '@slipway/platform-common';
import { EnvironmentModel, QueueModel } from './RenderModel';

export interface ContainerVariable {
  readonly name: string;
  readonly value: string;
}

/** What the container is told in plain words; the table is in ADR 7. @internal */
export function containerVariables(
  spec: ServiceSpec,
  environment: Omit<EnvironmentModel, 'variables'>,
): ContainerVariable[] {
  const { awsName, facts, queues, region, sendsTo } = environment;
  const when = (condition: boolean, entries: Record<string, string>) =>
    condition ? entries : {};
  return sorted({
    AWS_REGION: region,
    DEPLOYMENT_ENVIRONMENT: environment.name,
    OTEL_SERVICE_NAME: spec.name,
    PORT: '8080',
    ...Object.assign({}, ...queues.map(queueVariables)),
    ...Object.fromEntries(
      sendsTo.map(({ name, url }) => [`SEND_${variableName(name)}_URL`, url]),
    ),
    ...Object.fromEntries(
      spec.publishesTo.map(topic => [
        `TOPIC_${variableName(topic)}_ARN`,
        facts.topics[topic] ?? '',
      ]),
    ),
    ...when(queues.length > 0, { IDEMPOTENCY_TABLE: `${awsName}-idempotency` }),
    ...when(spec.table !== undefined, { TABLE_NAME: awsName }),
    ...when(spec.postgres, {
      DATABASE_NAME: 'app',
      DATABASE_PORT: '5432',
    }),
    ...when(spec.redis, { REDIS_PORT: '6379' }),
  });
}

/** The variables of one owned queue. @internal */
export function queueVariables(
  queue: Pick<QueueModel, 'variable' | 'url' | 'visibilityTimeout'>,
): Record<string, string> {
  return {
    [`${queue.variable}_URL`]: queue.url,
    [`${queue.variable}_VISIBILITY_TIMEOUT`]: String(queue.visibilityTimeout),
  };
}

function sorted(entries: Record<string, string>): ContainerVariable[] {
  return Object.entries(entries)
    .map(([name, value]) => ({ name, value }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}
