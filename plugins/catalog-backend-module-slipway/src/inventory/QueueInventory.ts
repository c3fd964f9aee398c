import { SlipwayEnvironment, SourceResult } from '@slipway/platform-common';
import { Source, UpstreamError } from '@slipway/platform-node';
import { QueueUrlKey } from '../clients/SqsInventoryClient';
import { QueueTags } from '../clients/TagInventoryClient';
import { InventorySources } from './createInventorySources';
import { queueArn } from './queueArn';
import { InventoryState, QueueDescription } from './types';

/** Not to be had, however often one asks. */
const REFUSED = new Set(['forbidden', 'misconfigured']);

/** A queue as far as it is known, and how its reads went. */
interface Known {
  readonly description?: QueueDescription;
  readonly states: readonly string[];
}

/**
 * All queues of an environment. A run lists them, reads the tags of 100 with each call, describes those that are new, and
 * describes the others again in turn, each once in one to two hours.
 */
export class QueueInventory {
  readonly #sources: InventorySources;
  readonly #tagsRefused: (message: string) => void;
  #toldOfTags = false;

  /** `tagsRefused` is told once that tags have to be read queue by queue, and what to do about it. */
  constructor(
    sources: InventorySources,
    tagsRefused: (message: string) => void,
  ) {
    this.#sources = sources;
    this.#tagsRefused = tagsRefused;
  }

  /** @throws UpstreamError when the list or the tags cannot be read: what is not known to be gone must stay. */
  async read(environment: SlipwayEnvironment): Promise<InventoryState> {
    const [urls, tags] = await Promise.all([
      this.#list(environment),
      this.#tags(environment),
    ]);
    const known = await this.#describe(environment, urls, tags);
    const missing = known.filter(
      ({ description, states }) =>
        !description && !states.includes('not_found'),
    );
    const refused = missing.filter(({ states }) =>
      states.some(state => REFUSED.has(state)),
    ).length;
    return {
      queues: known.flatMap(({ description }) => description ?? []),
      listed: new Set(urls.map(url => queueArn(url, environment))),
      pending: missing.length - refused,
      refused,
    };
  }

  async #list(environment: SlipwayEnvironment): Promise<readonly string[]> {
    this.#sources.lists.invalidate(environment);
    return dataOf(await this.#sources.lists.get(environment));
  }

  async #tags(environment: SlipwayEnvironment): Promise<QueueTags> {
    this.#sources.tags.invalidate(environment);
    const result = await this.#sources.tags.get(environment);
    if (!REFUSED.has(result.state)) {
      return dataOf(result);
    }
    if (this.#toldOfTags) {
      return new Map();
    }
    this.#toldOfTags = true;
    this.#tagsRefused(
      `The tags of the queues of ${environment.name} are read queue by queue, less often: ${result.message}. ${result.fix}`,
    );
    return new Map();
  }

  async #describe(
    environment: SlipwayEnvironment,
    urls: readonly string[],
    tags: QueueTags,
  ): Promise<Known[]> {
    const queues = urls.map(url => ({
      url,
      arn: queueArn(url, environment),
      environment,
    }));
    const untagged = queues.filter(({ arn }) => !tags.has(arn));
    const [details, tagsOfQueues] = await Promise.all([
      readAll(this.#sources.details, queues),
      readAll(this.#sources.tagsOfQueue, untagged),
    ]);
    return queues.map(({ url, arn }) => {
      const detail = details.get(url);
      const own = tagsOfQueues.get(url);
      const tagsOfIt = tags.get(arn) ?? own?.data?.tags;
      return {
        description:
          detail?.data && tagsOfIt
            ? { arn, tags: tagsOfIt, dlqArn: detail.data.dlqArn }
            : undefined,
        states: [detail, own].flatMap(result => result?.state ?? []),
      };
    });
  }
}

async function readAll<T>(
  source: Source<QueueUrlKey, T>,
  keys: readonly QueueUrlKey[],
): Promise<Map<string, SourceResult<T>>> {
  const results = await source.getMany(keys);
  return new Map(keys.map(({ url }, at) => [url, results[at]]));
}

function dataOf<T>(result: SourceResult<T>): T {
  if (result.state === 'ok' && result.data) {
    return result.data;
  }
  throw new UpstreamError('unreachable', result.message ?? result.state, {
    fix: result.fix,
  });
}
