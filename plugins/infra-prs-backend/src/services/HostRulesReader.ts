import { SourceResult } from '@slipway/platform-common';
import { FetchEngine, Source } from '@slipway/platform-node';
import {
  BranchRules,
  BranchRulesReader,
  CodeOwnersFile,
  QueueEntry,
} from '../clients/BranchRules';

/** What GitHub itself wants of a base branch, as far as it could be read. */
export interface HostFacts {
  readonly rules: BranchRules;
  readonly codeOwners?: CodeOwnersFile;
  readonly allowsAutoMerge: boolean;
}

const SETTINGS = { ttl: { minutes: 1 }, staleFor: { hours: 1 } };

function unknownRules(result: SourceResult<unknown>): BranchRules {
  return {
    approvals: 0,
    codeOwners: false,
    dismissesStale: false,
    requiredChecks: [],
    mergeQueue: false,
    resolvedThreads: false,
    words: [],
    unknown: result.message ?? "GitHub's rules could not be read",
  };
}

/** Reads and keeps GitHub's rules. They explain what GitHub does; it holds to them whatever is known here. */
export class HostRulesReader {
  readonly #rules: Source<string, BranchRules>;
  readonly #codeOwners: Source<string, { file?: CodeOwnersFile }>;
  readonly #autoMerge: Source<string, boolean>;
  readonly #queue: Source<number, { entry?: QueueEntry }>;

  constructor(engine: FetchEngine, github: BranchRulesReader, target: string) {
    const make = <K extends string | number, T>(
      operation: string,
      read: (key: K, signal: AbortSignal) => Promise<T>,
      times: Pick<
        Parameters<FetchEngine['createSource']>[0],
        'ttl' | 'staleFor'
      > = SETTINGS,
    ) =>
      engine.createSource<K, T>({
        upstream: 'github',
        operation,
        ...times,
        deadline: { seconds: 10 },
        concurrency: 8,
        key: key => String(key),
        target: () => target,
        describe: () => ({ upstream: 'github', target: 'rules' }),
        load: async (keys, { signal }) =>
          new Map(
            await Promise.all(
              keys.map(
                async key => [String(key), await read(key, signal)] as const,
              ),
            ),
          ),
      });
    this.#rules = make('GetBranchRules', (branch: string, signal) =>
      github.readRules(branch, signal),
    );
    this.#codeOwners = make(
      'GetCodeOwners',
      async (branch: string, signal) => ({
        file: await github.readCodeOwners(branch, signal),
      }),
    );
    this.#autoMerge = make('GetRepository', (_: string, signal) =>
      github.allowsAutoMerge(signal),
    );
    const live = { ttl: { seconds: 3 }, staleFor: { minutes: 1 } };
    this.#queue = make(
      'GetMergeQueueEntry',
      async (number: number, signal) => ({
        entry: await github.readQueueEntry(number, signal),
      }),
      live,
    );
  }

  async read(branch: string): Promise<HostFacts> {
    const [rules, codeOwners, autoMerge] = await Promise.all([
      this.#rules.get(branch),
      this.#codeOwners.get(branch),
      this.#autoMerge.get('settings'),
    ]);
    return {
      rules: rules.data ?? unknownRules(rules),
      codeOwners: codeOwners.data?.file,
      allowsAutoMerge: autoMerge.data ?? false,
    };
  }

  /** Where a pull request is in the merge queue; undefined when it is in none, or that could not be read. */
  async readQueueEntry(number: number): Promise<QueueEntry | undefined> {
    return (await this.#queue.get(number)).data?.entry;
  }

  forgetQueue(number: number): void {
    this.#queue.invalidate(number);
  }
}
