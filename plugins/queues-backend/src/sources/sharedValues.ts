import { TimePoint } from '@slipway/platform-common';
import { SharedValues } from '@slipway/platform-node';
import { QueueHistory } from '@slipway/plugin-queues-common';
import { z } from 'zod';
import { QueueAttributes } from '../clients/SqsClient';

const count = z.number().int().nonnegative();

const attributesSchema: z.ZodType<QueueAttributes> = z.object({
  visible: count,
  inFlight: count,
  delayed: count,
  fifo: z.boolean(),
  encrypted: z.boolean(),
  isDlq: z.boolean(),
  redriveAllow: z
    .object({
      permission: z.enum(['allowAll', 'byQueue', 'denyAll']),
      sources: z.array(z.string()),
    })
    .optional(),
  retentionSeconds: z.number(),
  visibilityTimeoutSeconds: z.number(),
  redrive: z
    .object({ dlqArn: z.string(), maxReceiveCount: z.number() })
    .optional(),
  policy: z.string().optional(),
});

/** A series in a tenth of the space: the time of its first point, the step to the next, and the values. */
const packedSchema = z.object({
  from: z.number(),
  step: z.number(),
  values: z.array(z.number().nullable()),
});

const packedHistorySchema = z.object({
  visible: packedSchema,
  inFlight: packedSchema,
  oldestAge: packedSchema,
  sent: packedSchema,
  received: packedSchema,
  deleted: packedSchema,
});

type Packed = z.infer<typeof packedSchema>;

/** Points of CloudWatch are evenly apart. */
function pack(points: readonly TimePoint[]): Packed {
  const [first, second] = points;
  return {
    from: first?.time ?? 0,
    step: first && second ? second.time - first.time : 0,
    // JSON knows no undefined.
    values: points.map(({ value }) => value ?? null),
  };
}

function unpack({ from, step, values }: Packed): TimePoint[] {
  return values.map((value, index) => ({
    time: from + index * step,
    value: value ?? undefined,
  }));
}

/** How attributes of queues travel between replicas. */
export const sharedAttributes: SharedValues<QueueAttributes> = {
  decode: json => attributesSchema.parse(json),
};

/** How histories of queues travel between replicas. */
export const sharedHistories: SharedValues<QueueHistory> = {
  encode: history => ({
    visible: pack(history.visible),
    inFlight: pack(history.inFlight),
    oldestAge: pack(history.oldestAge),
    sent: pack(history.sent),
    received: pack(history.received),
    deleted: pack(history.deleted),
  }),
  decode: json => {
    const packed = packedHistorySchema.parse(json);
    return {
      visible: unpack(packed.visible),
      inFlight: unpack(packed.inFlight),
      oldestAge: unpack(packed.oldestAge),
      sent: unpack(packed.sent),
      received: unpack(packed.received),
      deleted: unpack(packed.deleted),
    };
  },
};

/** How names of queues travel between replicas. */
export const sharedNames: SharedValues<readonly string[]> = {
  decode: json => z.array(z.string()).parse(json),
};
