import { Rollout } from '../../life/Rollout';
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
  body: string;
  /** Who the body says ran it; anybody with write access edits that. */
  bodyRequester?: string;
  /** The portal has noted who ran it. */
  isRecorded: boolean;
  readonly createdAt: number;
  state: 'open' | 'closed';
  draft: boolean;
  updatedAt: number;
  closedAt?: number;
  mergedAt?: number;
  mergedBy?: string;
  mergeSha?: string;
  /** Its branch was deleted, and with that it was closed. */
  isBranchGone: boolean;
  /** Who wants GitHub to merge it once it can, or put it into the merge queue. */
  autoMerge?: string;
  /** Of what runs of it, once it is applied. */
  rollout: Rollout['state'];
  queued?: { readonly login: string; readonly headSha: string };
  commits: CommitFacts[];
  reviews: ReviewFacts[];
}

/** Checks of all commits, newest last. */
export type ModelChecks = Map<string, CheckFacts[]>;

export const iso = (time: number) =>
  new Date(time).toISOString().replace('.000Z', 'Z');

export const headOf = (pull: ModelPull) => pull.commits.at(-1)?.sha ?? '';

/** What GitHub says of it; it is held back by GitHub's own rules, or not. */
export function toFacts(pull: ModelPull, isHeld: boolean): PullFacts {
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
    autoMerge: pull.autoMerge
      ? { login: pull.autoMerge, method: 'merge' }
      : undefined,
    mergeable: true,
    mergeableState: isHeld ? 'blocked' : 'clean',
    changedFiles: 1,
    commitCount: pull.commits.length,
  };
}
