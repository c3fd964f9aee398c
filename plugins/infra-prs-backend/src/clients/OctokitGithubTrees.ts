import { InfrastructureRepository } from '@slipway/platform-common';
import { UpstreamError } from '@slipway/platform-node';
import type { Octokit } from 'octokit';
import { z } from 'zod';
import { mapGithubError } from './githubErrors';
import {
  BlobText,
  CommitPair,
  GithubTrees,
  RepositoryTree,
  TreeFile,
} from './GithubTrees';

/** GitHub cuts the text of larger blobs in GraphQL. */
export const MAX_BLOB_BYTES = 512_000;

const blobsSchema = z.object({
  repository: z.record(
    z.string(),
    z
      .object({
        text: z.string().nullish(),
        isBinary: z.boolean().nullish(),
        isTruncated: z.boolean().nullish(),
      })
      .nullable(),
  ),
});
const graphqlErrorSchema = z.object({
  name: z.literal('GraphqlResponseError'),
  errors: z
    .array(z.object({ type: z.string().optional(), message: z.string() }))
    .min(1),
});

/**
 * {@link GithubTrees}: trees and comparisons by REST, https://docs.github.com/en/rest/git/trees, and blobs by GraphQL,
 * which takes a hundred of them in one call, https://docs.github.com/en/graphql/reference/objects#blob
 */
export class OctokitGithubTrees implements GithubTrees {
  readonly #repo: { owner: string; repo: string };

  constructor(
    private readonly octokit: Octokit,
    repository: InfrastructureRepository,
    private readonly folders: readonly string[],
  ) {
    this.#repo = { owner: repository.owner, repo: repository.repo };
  }

  async mergeBase(
    { baseSha, headSha }: CommitPair,
    signal: AbortSignal,
  ): Promise<string> {
    return this.#read(async () => {
      const { data } = await this.octokit.rest.repos.compareCommitsWithBasehead(
        {
          ...this.#repo,
          basehead: `${baseSha}...${headSha}`,
          per_page: 1,
          request: { signal },
        },
      );
      return data.merge_base_commit.sha;
    });
  }

  async tree(sha: string, signal: AbortSignal): Promise<RepositoryTree> {
    return this.#read(async () => {
      const { data } = await this.octokit.rest.git.getTree({
        ...this.#repo,
        tree_sha: sha,
        recursive: 'true',
        request: { signal },
      });
      const files = data.tree.flatMap(({ path, mode, sha: blob, size }) =>
        path && blob && isFile(mode) && this.#isIn(path)
          ? [[path, { sha: blob, size: size ?? 0 }] as const]
          : [],
      );
      return {
        files: new Map<string, TreeFile>(files),
        truncated: data.truncated,
      };
    });
  }

  async blobs(
    shas: readonly string[],
    signal: AbortSignal,
  ): Promise<ReadonlyMap<string, BlobText>> {
    return this.#read(async () => {
      const answer: unknown = await this.octokit.graphql(blobsQuery(shas), {
        ...this.#repo,
        request: { signal },
      });
      const { repository } = blobsSchema.parse(answer);
      const found = new Map(Object.entries(repository));
      return new Map(
        shas.map((sha, at) => [sha, toBlobText(found.get(`b${at}`))] as const),
      );
    });
  }

  #isIn(path: string): boolean {
    return this.folders.some(folder => path.startsWith(`${folder}/`));
  }

  async #read<T>(read: () => Promise<T>): Promise<T> {
    try {
      return await read();
    } catch (error) {
      throw graphqlError(error) ?? mapGithubError(error);
    }
  }
}

/** No link: where one leads is not read. */
function isFile(mode: string | undefined): boolean {
  return mode === '100644' || mode === '100755';
}

/** Ids are checked, as they become part of the query. */
function blobsQuery(shas: readonly string[]): string {
  const objects = shas.map((sha, at) => {
    const oid = z
      .string()
      .regex(/^[0-9a-f]{40,64}$/)
      .parse(sha);
    return `b${at}: object(oid: "${oid}") { ... on Blob { text isBinary isTruncated } }`;
  });
  return `query ($owner: String!, $repo: String!) { repository(owner: $owner, name: $repo) { ${objects.join(
    ' ',
  )} } }`;
}

function toBlobText(
  blob: z.infer<typeof blobsSchema>['repository'][string] | undefined,
): BlobText {
  if (!blob) return { problem: 'missing' };
  if (blob.isBinary) return { problem: 'binary' };
  const { text } = blob;
  if (blob.isTruncated || (text?.length ?? 0) > MAX_BLOB_BYTES) {
    return { problem: 'too_large' };
  }
  return typeof text === 'string' ? { text } : { problem: 'binary' };
}

/** GraphQL answers with 200 and says in the body that it did not do it. */
function graphqlError(error: unknown): UpstreamError | undefined {
  const parsed = graphqlErrorSchema.safeParse(error);
  if (!parsed.success) return undefined;
  const [{ type, message }] = parsed.data.errors;
  if (type === 'RATE_LIMITED') {
    return new UpstreamError('throttled', "GitHub's rate limit is used up");
  }
  const cut = message.replace(/\s+/g, ' ').slice(0, 300);
  return new UpstreamError(
    type === 'FORBIDDEN' ? 'forbidden' : 'unreachable',
    `GitHub refused: ${cut}`,
    { fix: 'Let the GitHub integration read contents' },
  );
}
