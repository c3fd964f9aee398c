import {
  CODE_OWNERS_PATHS,
  parseCodeOwners,
} from '@slipway/plugin-infra-prs-common';
import { InfrastructureRepository } from '@slipway/platform-common';
import type { Octokit } from 'octokit';
import { z } from 'zod';
import {
  BranchRules,
  BranchRulesReader,
  CodeOwnersFile,
  QueueEntry,
} from './BranchRules';
import { branchRulesOf, protectionSchema, rulesSchema } from './branchRulesOf';
import { mapGithubError, readGithubFailure } from './githubErrors';

const fileSchema = z.object({ sha: z.string(), content: z.string() });
const entrySchema = z.object({
  repository: z.object({
    pullRequest: z
      .object({
        mergeQueueEntry: z
          .object({ position: z.number(), state: z.string() })
          .nullable(),
      })
      .nullable(),
  }),
});
const ENTRY = `query MergeQueueEntry($owner: String!, $repo: String!, $number: Int!) {
  repository(owner: $owner, name: $repo) { pullRequest(number: $number) { mergeQueueEntry { position state } } }
}`;

const HIDDEN =
  'Slipway may not read the classic protection of this branch (it needs Administration: read); GitHub holds to it all the same';

/** {@link BranchRulesReader} over the REST API; the merge queue is only in GraphQL. */
export class OctokitBranchRules implements BranchRulesReader {
  readonly #octokit: Octokit;
  readonly #repo: { owner: string; repo: string };
  /** Parsed once for each version of the file. */
  #parsed: { sha: string; file: CodeOwnersFile } | undefined;

  constructor(octokit: Octokit, { owner, repo }: InfrastructureRepository) {
    this.#octokit = octokit;
    this.#repo = { owner, repo };
  }

  async readRules(branch: string, signal: AbortSignal): Promise<BranchRules> {
    const [rules, classic] = await Promise.all([
      this.#readRulesets(branch, signal),
      this.#readProtection(branch, signal),
    ]);
    return branchRulesOf(rules, classic.protection, classic.unknown);
  }

  async readCodeOwners(
    branch: string,
    signal: AbortSignal,
  ): Promise<CodeOwnersFile | undefined> {
    for (const path of CODE_OWNERS_PATHS) {
      const found = await this.#readFile(path, branch, signal);
      if (found) return this.#parse(path, found);
    }
    return undefined;
  }

  async allowsAutoMerge(signal: AbortSignal): Promise<boolean> {
    try {
      const request = { signal };
      const answer = await this.#octokit.rest.repos.get({
        ...this.#repo,
        request,
      });
      return answer.data.allow_auto_merge ?? false;
    } catch (error) {
      throw mapGithubError(error);
    }
  }

  async readQueueEntry(
    number: number,
    signal: AbortSignal,
  ): Promise<QueueEntry | undefined> {
    try {
      const variables = { ...this.#repo, number, request: { signal } };
      const answer = await this.#octokit.graphql(ENTRY, variables);
      const { pullRequest } = entrySchema.parse(answer).repository;
      return pullRequest?.mergeQueueEntry ?? undefined;
    } catch (error) {
      throw mapGithubError(error);
    }
  }

  /** GitHub Enterprise Server knows the route since 3.11; without it there are no rulesets. */
  async #readRulesets(branch: string, signal: AbortSignal) {
    try {
      const rules = await this.#octokit.paginate(
        this.#octokit.rest.repos.getBranchRules,
        { ...this.#repo, branch, per_page: 100, request: { signal } },
      );
      return rulesSchema.parse(rules);
    } catch (error) {
      if (readGithubFailure(error).status === 404) return [];
      throw mapGithubError(error);
    }
  }

  /** Only admins may read it: without that, what it says is unknown, which is no failure. */
  async #readProtection(branch: string, signal: AbortSignal) {
    try {
      const { data } = await this.#octokit.rest.repos.getBranchProtection({
        ...this.#repo,
        branch,
        request: { signal },
      });
      return { protection: protectionSchema.parse(data) };
    } catch (error) {
      const { status, message, rateLimit } = readGithubFailure(error);
      if (status === 404 && /not protected/i.test(message)) return {};
      const hidden = !rateLimit && (status === 403 || status === 404);
      if (hidden) return { unknown: HIDDEN };
      throw mapGithubError(error);
    }
  }

  async #readFile(path: string, ref: string, signal: AbortSignal) {
    try {
      const { data } = await this.#octokit.rest.repos.getContent({
        ...this.#repo,
        path,
        ref,
        request: { signal },
      });
      return fileSchema.safeParse(data).data;
    } catch (error) {
      if (readGithubFailure(error).status === 404) return undefined;
      throw mapGithubError(error);
    }
  }

  #parse(path: string, { sha, content }: z.infer<typeof fileSchema>) {
    if (this.#parsed?.sha === sha && this.#parsed.file.path === path) {
      return this.#parsed.file;
    }
    const text = Buffer.from(content, 'base64').toString('utf8');
    const file = { path, rules: parseCodeOwners(text) };
    this.#parsed = { sha, file };
    return file;
  }
}
