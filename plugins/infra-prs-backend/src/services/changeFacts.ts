import { ChangedFile } from '@slipway/plugin-infra-prs-common';
import { StatusFacts } from '../clients/GithubCheckDetails';
import { CommentFacts } from './conversationFacts';

/** Who did something on the Git host. */
export interface Actor {
  readonly login?: string;
  readonly name: string;
  readonly isBot: boolean;
}

/** A pull request at one head commit: what belongs to it never changes. */
export interface PullAtHead {
  readonly number: number;
  readonly headSha: string;
  /** How many GitHub counts; a list of fewer is not whole yet. */
  readonly changedFiles?: number;
  readonly commitCount?: number;
}

/** A pull request as the Git host tells it. */
export interface PullFacts {
  readonly number: number;
  /** Its name in the GraphQL API. */
  readonly nodeId: string;
  readonly title: string;
  readonly body: string;
  readonly state: 'open' | 'closed';
  readonly draft: boolean;
  readonly url: string;
  readonly author: Actor;
  readonly headSha: string;
  /** Name of its branch. */
  readonly headRef?: string;
  readonly baseRef: string;
  /** Where its base was when it was last pushed to. */
  readonly baseSha?: string;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly closedAt?: string;
  readonly mergedAt?: string;
  /** Login of who merged it. Known as `mergeable` is. */
  readonly mergedBy?: string;
  readonly mergeCommitSha?: string;
  /** Who wants GitHub to merge it once it can. */
  readonly autoMerge?: { readonly login: string; readonly method: string };
  /** Only known when the pull request was read by itself; undefined while the host works it out. */
  readonly mergeable?: boolean;
  /** https://docs.github.com/en/graphql/reference/enums#mergestatestatus in lower case. */
  readonly mergeableState?: string;
  /** How many there are; GitHub lists 3000 files and 250 commits at most. Known as `mergeable` is. */
  readonly changedFiles?: number;
  readonly commitCount?: number;
}

export interface CommitFacts {
  readonly sha: string;
  readonly message: string;
  readonly author: Actor;
  readonly committer?: Actor;
  readonly authoredAt?: string;
  readonly url: string;
  /** What GitHub says of its signature. */
  readonly verification?: {
    readonly verified: boolean;
    readonly reason: string;
  };
}

export interface ReviewFacts {
  readonly id: number;
  readonly login: string;
  readonly state: string;
  readonly body: string;
  readonly commitId?: string;
  readonly submittedAt: string;
  readonly url?: string;
}

export interface CheckFacts {
  readonly id: number;
  readonly name: string;
  /** Slug of the GitHub App that reports it. */
  readonly app?: string;
  readonly status: 'queued' | 'in_progress' | 'completed';
  readonly conclusion?: string;
  readonly url?: string;
  readonly summary?: string;
  readonly text?: string;
  readonly startedAt?: string;
  readonly completedAt?: string;
}

/** All that a decision about one pull request rests on, read at one time. */
export interface ChangeFacts {
  readonly pull: PullFacts;
  readonly files: readonly ChangedFile[];
  readonly commits: readonly CommitFacts[];
  readonly reviews: readonly ReviewFacts[];
  readonly checks: readonly CheckFacts[];
  /** The newest commit status of each name; undefined where they were not read. */
  readonly statuses?: readonly StatusFacts[];
  /** Comments that tell of the plan of the head, where no check does; oldest first. */
  readonly planComments?: readonly CommentFacts[];
}
