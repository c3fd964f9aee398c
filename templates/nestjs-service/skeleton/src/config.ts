import { z } from 'zod';

const port = z.coerce.number().int().min(1).max(65_535);
const required = z.string('is required').min(1, 'is required');
{% if values.has.sends %}
const url = required.refine((text) => text === '' || URL.canParse(text), 'must be a URL');
{% endif %}

const schema = z.object({
  AWS_REGION: required,
  DEPLOYMENT_ENVIRONMENT: required,
  OTEL_SERVICE_NAME: z.string().min(1).default('${{ values.spec.name }}'),
  OTEL_EXPORTER_OTLP_ENDPOINT: z.string().optional(),
  PORT: port.default(8080),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error']).default('info'),
  /** Milliseconds from not ready to not answering: load balancers have to see it. */
  SHUTDOWN_DELAY_MS: z.coerce.number().int().min(0).max(60_000).default({% if values.has.http %}5_000{% else %}0{% endif %}),
  /** Milliseconds for what is in hand. */
  SHUTDOWN_TIMEOUT_MS: z.coerce.number().int().min(0).max(600_000).default(20_000),
{% if values.has.queues %}
  SQS_BATCH_SIZE: z.coerce.number().int().min(1).max(10).default(10),
  IDEMPOTENCY_TABLE: required,
{% endif %}
{% for topic in values.spec.publishesTo %}
  TOPIC_${{ topic | upper | replace('-', '_') }}_ARN: required,
{% endfor %}
{% for queue in values.spec.sendsTo %}
  SEND_${{ queue | upper | replace('-', '_') }}_URL: url,
{% endfor %}
{% if values.has.table %}
  TABLE_NAME: required,
{% endif %}
{% if values.has.postgres %}
  DATABASE_HOST: required,
  DATABASE_PORT: port.default(5432),
  DATABASE_NAME: required,
  DATABASE_USERNAME: required,
  DATABASE_PASSWORD: required,
  DATABASE_CA_FILE: z.string().optional(),
{% endif %}
{% if values.has.redis %}
  REDIS_HOST: required,
  REDIS_PORT: port.default(6379),
{% endif %}
});

{% if values.has.queues %}
/** A queue that the service consumes. */
export interface QueueConfig {
  /** In AWS, as metrics and logs call it. */
  readonly name: string;
  readonly url: string;
  /** Seconds a message stays hidden while it is worked on. */
  readonly visibilityTimeout: number;
}

{% endif %}
export type Config = Readonly<z.infer<typeof schema>>{% if values.has.queues %} & { readonly queues: readonly QueueConfig[] }{% endif %};

export const CONFIG = Symbol('Config');

/** Reads the environment once. @throws Error that names every variable that is missing or wrong, not only the first. */
export function loadConfig(environment: NodeJS.ProcessEnv): Config {
  // Set to nothing is the same as not set.
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = schema.safeParse(given);
  const problems = parsed.success
    ? []
    : parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`);
{% if values.has.queues %}
  const queues = readQueues(given, problems);
  if (!parsed.success || problems.length > 0) throw new Error(`configuration: ${problems.join('; ')}`);
  return { ...parsed.data, queues };
{% else %}
  if (!parsed.success) throw new Error(`configuration: ${problems.join('; ')}`);
  return parsed.data;
{% endif %}
}
{% if values.has.queues %}

/** Finds every QUEUE_<NAME>_URL, so that a queue that is added later needs no code. */
function readQueues(environment: NodeJS.ProcessEnv, problems: string[]): QueueConfig[] {
  const timeout = z.coerce.number().int().min(10).max(43_200).default(60);
  const queues = Object.entries(environment).flatMap(([key, value = '']) => {
    const name = /^QUEUE_(.+)_URL$/.exec(key)?.[1];
    if (!name) return [];
    const seconds = timeout.safeParse(environment[`QUEUE_${name}_VISIBILITY_TIMEOUT`]);
    if (!URL.canParse(value)) problems.push(`${key} must be a URL`);
    if (!seconds.success)
      problems.push(`QUEUE_${name}_VISIBILITY_TIMEOUT must be a whole number of seconds from 10 to 43200`);
    return [{ name: value.split('/').at(-1) ?? name, url: value, visibilityTimeout: seconds.data ?? 60 }];
  });
  if (queues.length === 0)
    problems.push('QUEUE_${{ values.spec.queues[0].name | upper | replace('-', '_') }}_URL is required, or another QUEUE_<NAME>_URL');
  return queues.toSorted((a, b) => a.name.localeCompare(b.name));
}
{% endif %}
