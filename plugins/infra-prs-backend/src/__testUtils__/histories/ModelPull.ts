import {
  CheckFacts,
  CommitFacts,
  PullFacts,
  ReviewFacts,
} from '../../services/changeFacts';

/** A pull request of the model, as GitHub would keep it. */
export interface ModelPull {
  readonly number: number;
  readonly environment: string;
  /** Ref of who ran the form; undefined when none was run. */
  readonly requester?: string;
  readonly author: PullFacts['author'];
  readonly body: string;
  readonly createdAt: number;
  state: 'open' | 'closed';
  draft: boolean;
  updatedAt: number;
  closedAt?: number;
  mergedAt?: number;
  mergedBy?: string;
  mergeSha?: string;
  commits: CommitFacts[];
  reviews: ReviewFacts[];
}

/** Checks of all commits, newest last. */
export type ModelChecks = Map<string, CheckFacts[]>;

export const iso = (time: number) =>
  new Date(time).toISOString().replace('.000Z', 'Z');

export const headOf = (pull: ModelPull) => pull.commits.at(-1)?.sha ?? '';

export function toFacts(pull: ModelPull): PullFacts {
  const optional = (time: number | undefined) =>
    time === undefined ? undefined : iso(time);
  return {
    number: pull.number,
    nodeId: `PR_${pull.number}`,
    title: `Change ${pull.number}`,
    body: pull.body,
    state: pull.state,
    draft: pull.draft,
    url: `http://host/acme/infrastructure/pull/${pull.number}`,
    author: pull.author,
    headSha: headOf(pull),
    baseRef: 'main',
    createdAt: iso(pull.createdAt),
    updatedAt: iso(pull.updatedAt),
    closedAt: optional(pull.closedAt),
    mergedAt: optional(pull.mergedAt),
    mergedBy: pull.mergedBy,
    mergeCommitSha: pull.mergeSha,
    mergeable: true,
    mergeableState: 'clean',
    changedFiles: 1,
    commitCount: pull.commits.length,
  };
}
