import { createHash } from 'node:crypto';
import { SlipwayEnvironment } from '@slipway/platform-common';
import { AwsClients, FetchEngine, Source } from '@slipway/platform-node';
import { z } from 'zod';
import { CallBudget } from '../clients/CallBudget';
import { QueueUrlKey, SqsInventoryClient } from '../clients/SqsInventoryClient';
import { QueueTags, TagInventoryClient } from '../clients/TagInventoryClient';

/** Each queue is described anew once in this time; all of them are spread over it. */
const DESCRIBED_MINUTES = { least: 60, most: 120 } as const;
/** Most queues an account may have in the catalog. */
const MAX_QUEUES = 50_000;

const detailsSchema = z.object({
  url: z.string(),
  dlqArn: z.string().optional(),
});
const tagsSchema = z.object({
  url: z.string(),
  tags: z.record(z.string(), z.string()),
});

/** The upstream reads of the catalog. */
export interface InventorySources {
  /** URLs of all queues. */
  readonly lists: Source<SlipwayEnvironment, readonly string[]>;
  /** Tags of all queues that have any. */
  readonly tags: Source<SlipwayEnvironment, QueueTags>;
  /** The redrive policy, one call for each queue. */
  readonly details: Source<QueueUrlKey, z.infer<typeof detailsSchema>>;
  /** Tags of one queue that is not among `tags`. */
  readonly tagsOfQueue: Source<QueueUrlKey, z.infer<typeof tagsSchema>>;
}

/** So that each run describes as many as the one before, and not all at once. */
function spread(url: string): number {
  const { least, most } = DESCRIBED_MINUTES;
  const share =
    createHash('sha1').update(url).digest().readUInt32BE() / 0xffffffff;
  return least + share * (most - least);
}

const targetOf = ({ account, region }: SlipwayEnvironment) =>
  `${account} ${region}`;
const idOf = ({ environment, url }: QueueUrlKey) =>
  `${environment.name} ${url}`;

const ofEnvironment = (upstream: string) => ({
  keepFresh: false,
  upstream,
  key: ({ name }: SlipwayEnvironment) => name,
  target: targetOf,
  describe: ({ name }: SlipwayEnvironment) => ({ upstream, environment: name }),
  // Each run reads it anew.
  ttl: { seconds: 30 },
  staleFor: { seconds: 0 },
  deadline: { minutes: 2 },
  patience: { minutes: 2 },
});

const ofQueue = {
  keepFresh: false,
  // Thousands of new queues are described between runs too; each run takes what is there.
  patience: { seconds: 10 },
  upstream: 'sqs',
  key: idOf,
  target: ({ environment }: QueueUrlKey) => targetOf(environment),
  describe: ({ environment, url }: QueueUrlKey) => ({
    upstream: 'sqs',
    environment: environment.name,
    target: url.split('/').pop(),
  }),
  ttl: ({ url }: { url: string }) => ({ minutes: spread(url) }),
  // What is known of a queue holds until it is known better.
  staleFor: { days: 7 },
  deadline: { seconds: 15 },
  maxEntries: MAX_QUEUES,
};

/** @internal */
export function createInventorySources(deps: {
  engine: FetchEngine;
  awsClients: AwsClients;
  callsPerSecond: number;
}): InventorySources {
  const budget = new CallBudget(deps.callsPerSecond);
  const sqs = new SqsInventoryClient(deps.awsClients, budget);
  const tagging = new TagInventoryClient(deps.awsClients, budget);
  const { engine } = deps;
  return {
    lists: engine.createSource({
      ...ofEnvironment('sqs'),
      operation: 'ListQueues',
      load: async ([environment], options) =>
        new Map([
          [environment.name, await sqs.listQueues(environment, options)],
        ]),
    }),
    tags: engine.createSource({
      ...ofEnvironment('tagging'),
      operation: 'GetResources',
      load: async ([environment], options) =>
        new Map([
          [environment.name, await tagging.getQueueTags(environment, options)],
        ]),
    }),
    details: engine.createSource({
      ...ofQueue,
      operation: 'GetRedrivePolicy',
      shared: { decode: json => detailsSchema.parse(json) },
      load: async ([key], options) =>
        new Map([
          [
            idOf(key),
            { url: key.url, dlqArn: await sqs.getDlqArn(key, options) },
          ],
        ]),
    }),
    tagsOfQueue: engine.createSource({
      ...ofQueue,
      operation: 'ListQueueTags',
      shared: { decode: json => tagsSchema.parse(json) },
      load: async ([key], options) =>
        new Map([
          [idOf(key), { url: key.url, tags: await sqs.getTags(key, options) }],
        ]),
    }),
  };
}
