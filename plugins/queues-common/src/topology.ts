import { z } from 'zod';

/** @public */
export const topologyNodeSchema = z.object({
  id: z.string(),
  kind: z.enum(['component', 'topic', 'bus', 'queue', 'dlq']),
  label: z.string(),
  /** Where a click leads, when the caller can see the entity. */
  entityRef: z.string().optional(),
  environment: z.string().optional(),
  /** Waiting messages, of queues. */
  visible: z.number().optional(),
  oldestAgeSeconds: z.number().optional(),
});

/** @public */
export const topologyEdgeSchema = z.object({
  from: z.string(),
  to: z.string(),
  kind: z.enum(['produces', 'delivers', 'consumes', 'gives-up']),
  /** Messages per second, where CloudWatch knows. */
  perSecond: z.number().optional(),
  /** What an arrow says: `42 waiting`, `3 received 5 times`. */
  label: z.string().optional(),
});

/** Answer of `GET /v1/entities/:kind/:namespace/:name/topology`. @public */
export const topologySchema = z.object({
  nodes: z.array(topologyNodeSchema),
  edges: z.array(topologyEdgeSchema),
  /** Some parts were left out, in words. */
  notes: z.array(z.string()),
});

/** @public */
export type TopologyNode = z.infer<typeof topologyNodeSchema>;
/** @public */
export type TopologyEdge = z.infer<typeof topologyEdgeSchema>;
/** @public */
export type Topology = z.infer<typeof topologySchema>;
