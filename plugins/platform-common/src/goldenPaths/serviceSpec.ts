import { z } from 'zod';
import { awsNameSchema, serviceNameSchema } from './names';
import { queueSpecSchema } from './queueSpec';

/** @public */
export const runtimes = ['spring-boot', 'quarkus', 'go', 'nestjs'] as const;
/** @public */
export type Runtime = (typeof runtimes)[number];
/** @public */
export const platforms = ['ecs', 'eks'] as const;
/** @public */
export type Platform = (typeof platforms)[number];
/** @public */
export const serviceKinds = ['api', 'worker'] as const;
/** @public */
export type ServiceKind = (typeof serviceKinds)[number];

/** Who asks for what, whatever the path. @public */
export const subjectSchema = z.strictObject({
  name: serviceNameSchema,
  description: z
    .string()
    .trim()
    .min(1, 'must say in a few words what it is for')
    .max(200, 'must be 200 characters at most')
    .regex(/^\P{C}*$/u, 'must be one line of plain text'),
  /** Entity ref of a group. */
  owner: z.string().min(1).max(200),
  /** Entity ref of a system. */
  system: z.string().min(1).max(200),
  environments: z
    .array(z.string().max(21))
    .min(1, 'must name at least one environment')
    .max(20, 'must name 20 environments at most')
    .transform(names => [...new Set(names)]),
});

/** Fan-out: events of a topic or bus of the environment's facts that go to an owned queue. @public */
export const subscriptionSpecSchema = z.strictObject({
  /** Name of an owned queue. */
  queue: awsNameSchema,
  source: z.enum(['topic', 'bus']),
  /** Name of the topic or bus in the environment's facts. */
  name: awsNameSchema,
  /** Values of `eventType` that are wanted; none for all. */
  eventTypes: z
    .array(
      z
        .string()
        .regex(
          /^[A-Za-z][A-Za-z0-9._-]{0,79}$/,
          'must be an event type such as OrderCreated',
        ),
    )
    .max(20, 'must name 20 event types at most')
    .default([]),
});

/** A DynamoDB table of the service's own. @public */
export const tableSpecSchema = z.strictObject({
  partitionKey: attributeName().default('id'),
  sortKey: attributeName().optional(),
  /** Attribute with the time of expiry, in seconds since 1970. */
  ttlAttribute: attributeName().optional(),
  indexes: z
    .array(
      z.strictObject({
        name: awsNameSchema,
        partitionKey: attributeName(),
        sortKey: attributeName().optional(),
      }),
    )
    .max(5, 'must be 5 indexes at most')
    .default([]),
});

/** Replicas and what moves them. @public */
export const scalingSpecSchema = z
  .strictObject({
    by: z.enum(['none', 'cpu', 'queue']).default('cpu'),
    min: z.number().int().min(1).max(50).default(1),
    max: z.number().int().min(1).max(100).default(4),
  })
  .refine(({ min, max }) => min <= max, {
    path: ['max'],
    message: 'must be as many as min or more',
  });

const baseSchema = z.strictObject({
  ...subjectSchema.shape,
  runtime: z.enum(runtimes),
  platform: z.enum(platforms),
  kind: z.enum(serviceKinds),
  /** Queues it owns and consumes. */
  queues: z.array(queueSpecSchema).max(10, 'must be 10 at most').default([]),
  subscriptions: z
    .array(subscriptionSpecSchema)
    .max(10, 'must be 10 at most')
    .default([]),
  /** Queues of others that it sends to, without the environment in front. */
  sendsTo: z.array(awsNameSchema).max(10, 'must be 10 at most').default([]),
  /** Topics of the environment's facts that it publishes events to. */
  publishesTo: z.array(awsNameSchema).max(10, 'must be 10 at most').default([]),
  table: tableSpecSchema.optional(),
  /** PostgreSQL: one RDS instance where changes need no review, else Aurora with two. */
  postgres: z.boolean().default(false),
  redis: z.boolean().default(false),
  ingress: z.enum(['none', 'internal', 'public']).default('none'),
  scaling: scalingSpecSchema.prefault({}),
  /** EKS only: Argo Rollouts in steps of 10, 50 and 100 %. */
  canary: z.boolean().default(false),
});

/** Everything that a new service is made of. @public */
export const serviceSpecSchema = baseSchema.superRefine((spec, ctx) => {
  const refuse = (path: (string | number)[], message: string) =>
    ctx.addIssue({ code: 'custom', path, message });
  // Databases are told apart by how their names begin: no other may begin with `<env>-<service>-database`.
  if (spec.postgres && spec.name.includes('-database')) {
    refuse(
      ['name'],
      "must not hold '-database' with PostgreSQL, whose own name ends so; choose another name",
    );
  }
  if (spec.kind === 'worker' && spec.queues.length === 0) {
    refuse(['queues'], 'must hold at least one queue: a worker lives by one');
  }
  if (spec.kind === 'worker' && spec.ingress !== 'none') {
    refuse(['ingress'], "must be 'none' for a worker; choose the kind 'api'");
  }
  if (spec.scaling.by === 'queue' && spec.queues.length === 0) {
    refuse(['scaling', 'by'], "is 'queue', but there is none; choose 'cpu'");
  }
  // A metric of Application Auto Scaling is made of ten others at most, and two are taken.
  if (
    spec.scaling.by === 'queue' &&
    spec.platform === 'ecs' &&
    spec.queues.length > 8
  ) {
    refuse(['scaling', 'by'], "counts 8 queues at most on ECS; choose 'cpu'");
  }
  if (spec.canary && spec.platform === 'ecs') {
    refuse(['canary'], "needs the platform 'eks'; ECS rolls back by itself");
  }
  duplicates(spec.queues.map(({ name }) => name)).forEach(index =>
    refuse(['queues', index, 'name'], 'is there twice; choose another name'),
  );
  spec.subscriptions.forEach(({ queue, source }, index) => {
    const owned = spec.queues.find(({ name }) => name === queue);
    if (!owned) {
      refuse(
        ['subscriptions', index, 'queue'],
        `names '${queue}', which is none of the queues above`,
      );
    } else if (owned.fifo) {
      refuse(
        ['subscriptions', index, 'queue'],
        `is a FIFO queue, which a standard ${source} cannot send to; choose a standard queue`,
      );
    }
  });
  duplicates(
    spec.subscriptions.map(item => `${item.queue} ${item.source} ${item.name}`),
  ).forEach(index =>
    refuse(['subscriptions', index, 'name'], 'is there twice; remove one'),
  );
});

/** @public */
export type ServiceSpec = Readonly<z.infer<typeof serviceSpecSchema>>;
/** A service as a form gives it, before defaults. @public */
export type ServiceSpecInput = Readonly<z.input<typeof serviceSpecSchema>>;

function attributeName() {
  return z
    .string()
    .regex(
      /^[A-Za-z][A-Za-z0-9_]{0,62}$/,
      'must be letters, digits and underscores, such as orderId',
    );
}

/** Indexes of the values that stood before already. */
function duplicates(values: readonly string[]): number[] {
  return values.flatMap((value, index) =>
    values.indexOf(value) < index ? [index] : [],
  );
}
