import { z } from 'zod';

/** Most messages that one peek shows. @public */
export const MAX_PEEK = 100;

/** Body of `POST …/queues/:environment/:queue/peek`. @public */
export const peekCommandSchema = z.strictObject({
  /** How many messages at most. */
  limit: z.number().int().min(1).max(MAX_PEEK).default(20),
});

/** @public */
export type PeekCommand = z.input<typeof peekCommandSchema>;

/** How a body is to be drawn. It is always plain text: never HTML, control characters made visible. @public */
export const messageBodySchema = z.object({
  kind: z.enum(['json', 'text', 'binary']),
  /** JSON text with masked values, or text; of binary bodies the start as a hex dump. */
  text: z.string(),
  /** Bytes as SQS holds them. */
  bytes: z.number(),
  /** How the body was unpacked, in order, such as `base64`, `gzip`. */
  decoded: z.array(z.string()),
  /** The text was cut at this many characters. */
  truncatedAt: z.number().optional(),
  /** How many values were masked. */
  masked: z.number(),
});

/** @public */
export type MessageBody = z.infer<typeof messageBodySchema>;

/** A message that was looked at. @public */
export const peekedMessageSchema = z.object({
  id: z.string(),
  /** ISO 8601: when it was first sent. */
  sentAt: z.string(),
  /** ISO 8601. */
  firstReceivedAt: z.string().optional(),
  /** Includes this look. */
  receiveCount: z.number(),
  /** ISO 8601: when SQS will drop it. */
  expiresAt: z.string().optional(),
  /** Name of the queue it came from. */
  sourceQueue: z.string().optional(),
  groupId: z.string().optional(),
  /** Masked. */
  attributes: z.array(
    z.object({ name: z.string(), type: z.string(), value: z.string() }),
  ),
  body: messageBodySchema,
  /** Id of the trace and, where `slipway.queues.traceUrl` is set, its page. */
  trace: z.object({ id: z.string(), url: z.url().optional() }).optional(),
  /** {@link MessageGroup} it belongs to. */
  fingerprint: z.string(),
});

/** @public */
export type PeekedMessage = z.infer<typeof peekedMessageSchema>;

/** Messages that failed alike. @public */
export const messageGroupSchema = z.object({
  fingerprint: z.string(),
  /** In words: `TimeoutException: connect to payments timed out`. */
  title: z.string(),
  /** What it was told by: `error attribute`, `exception in the body`, `shape of the body`. */
  by: z.enum(['error', 'exception', 'event-type', 'shape']),
  eventType: z.string().optional(),
  /** Top frame, when there is a stack. */
  location: z.string().optional(),
  count: z.number(),
  /** ISO 8601: send times of the first and last in the sample. */
  firstSentAt: z.string(),
  lastSentAt: z.string(),
  messageIds: z.array(z.string()),
});

/** @public */
export type MessageGroup = z.infer<typeof messageGroupSchema>;

/** Answer of a peek. @public */
export const peekResponseSchema = z.object({
  queue: z.string(),
  environment: z.string(),
  messages: z.array(peekedMessageSchema),
  groups: z.array(messageGroupSchema),
  /** Messages in the queue when it was looked at, as SQS estimates. */
  total: z.number(),
  /** Seconds for which the messages stay hidden from others; 0 when they were released after they were read. */
  hiddenSeconds: z.number(),
  /** What the look did to the queue and what it could not see, in words. */
  notes: z.array(z.string()).optional(),
  /** ISO 8601. */
  asOf: z.string(),
});

/** @public */
export type PeekResponse = z.infer<typeof peekResponseSchema>;
