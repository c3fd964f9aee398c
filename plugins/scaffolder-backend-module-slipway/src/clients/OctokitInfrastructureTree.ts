import { ServiceUnavailableError } from '@backstage/errors';
import { InfrastructureRepository } from '@slipway/platform-common';
import { LRUCache } from 'lru-cache';
import { GitHubCaller } from './GitHubCaller';
import {
  InfrastructureSnapshot,
  InfrastructureTree,
} from './InfrastructureTree';

const SNAPSHOT_MS = 5_000;
const MAX_TEXT_BYTES = 32 * 2 ** 20;

/** Over GitHub's Git database, https://docs.github.com/en/rest/git/trees: one call lists every file. */
export class OctokitInfrastructureTree implements InfrastructureTree {
  readonly #github: GitHubCaller;
  readonly #repository: InfrastructureRepository;
  readonly #snapshots: LRUCache<string, InfrastructureSnapshot>;
  // A blob never changes, so texts are kept until the memory is needed.
  readonly #texts: LRUCache<string, string>;

  static create(options: {
    github: GitHubCaller;
    infrastructure: InfrastructureRepository;
  }): OctokitInfrastructureTree {
    return new OctokitInfrastructureTree(
      options.github,
      options.infrastructure,
    );
  }

  private constructor(
    github: GitHubCaller,
    repository: InfrastructureRepository,
  ) {
    this.#github = github;
    this.#repository = repository;
    this.#snapshots = new LRUCache({
      max: 1,
      ttl: SNAPSHOT_MS,
      fetchMethod: () => this.#fetchSnapshot(),
    });
    this.#texts = new LRUCache({
      maxSize: MAX_TEXT_BYTES,
      sizeCalculation: text => text.length + 1,
      fetchMethod: id => this.#fetchText(id),
    });
  }

  async snapshot({ fresh = false } = {}): Promise<InfrastructureSnapshot> {
    return this.#snapshots.forceFetch(this.#repository.branch, {
      forceRefresh: fresh,
    });
  }

  async readText(
    { blobs }: InfrastructureSnapshot,
    path: string,
  ): Promise<string | undefined> {
    const id = blobs.get(path);
    return id === undefined ? undefined : this.#texts.forceFetch(id);
  }

  async #fetchSnapshot(): Promise<InfrastructureSnapshot> {
    const { branch, owner, repo } = this.#repository;
    const listed = await this.#github.call(this.#repository, async octokit => {
      const { data } = await octokit.rest.git.getTree({
        owner,
        repo,
        tree_sha: branch,
        recursive: 'true',
      });
      return data;
    });
    if (listed.truncated) {
      throw new ServiceUnavailableError(
        `${owner}/${repo} has more files than GitHub lists in one answer (100,000)`,
      );
    }
    const files = listed.tree.flatMap(({ type, path, sha }) =>
      type === 'blob' && path && sha ? [[path, sha] as const] : [],
    );
    return { tree: listed.sha, blobs: new Map(files) };
  }

  async #fetchText(id: string): Promise<string> {
    return this.#github.call(this.#repository, async (octokit, ref) => {
      const { owner, repo } = ref;
      const { data } = await octokit.rest.git.getBlob({
        owner,
        repo,
        file_sha: id,
      });
      return Buffer.from(data.content, 'base64').toString('utf8');
    });
  }
}
