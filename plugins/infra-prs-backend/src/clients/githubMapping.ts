import { ChangedFile } from '@slipway/plugin-infra-prs-common';
import type { Octokit } from 'octokit';
import {
  Actor,
  CheckFacts,
  CommitFacts,
  PullFacts,
  ReviewFacts,
} from '../services/changeFacts';

type Rest = Octokit['rest'];
type Data<F extends (...args: never[]) => Promise<{ data: unknown }>> = Awaited<
  ReturnType<F>
>['data'];
type ListedPull = Data<Rest['pulls']['list']>[number];
type SinglePull = Data<Rest['pulls']['get']>;
type File = Data<Rest['pulls']['listFiles']>[number];
type Commit = Data<Rest['pulls']['listCommits']>[number];
type Review = Data<Rest['pulls']['listReviews']>[number];
type Check = Data<Rest['checks']['listForRef']>['check_runs'][number];

/**
 * Tells people from bots. A person whose token the portal uses stays a person: what it opens in their name they do not
 * approve.
 */
export function toActor(
  user: { login?: string; type?: string } | null | undefined,
  name: string | undefined,
): Actor {
  const login = user?.login;
  const isBot =
    login !== undefined && (user?.type === 'Bot' || login.endsWith('[bot]'));
  return { login, name: login ?? name ?? 'unknown', isBot };
}

export function toPull(pull: ListedPull | SinglePull): PullFacts {
  const single = 'mergeable_state' in pull ? pull : undefined;
  return {
    number: pull.number,
    nodeId: pull.node_id,
    title: pull.title,
    body: pull.body ?? '',
    state: pull.state === 'open' ? 'open' : 'closed',
    draft: pull.draft ?? false,
    url: pull.html_url,
    author: toActor(pull.user, undefined),
    headSha: pull.head.sha,
    headRef: pull.head.ref,
    baseRef: pull.base.ref,
    baseSha: pull.base.sha,
    createdAt: pull.created_at,
    updatedAt: pull.updated_at,
    closedAt: pull.closed_at ?? undefined,
    mergedAt: pull.merged_at ?? undefined,
    mergedBy: single?.merged_by?.login,
    mergeCommitSha: pull.merge_commit_sha ?? undefined,
    autoMerge: pull.auto_merge
      ? {
          login: pull.auto_merge.enabled_by.login,
          method: pull.auto_merge.merge_method,
        }
      : undefined,
    mergeable: single?.mergeable ?? undefined,
    mergeableState: single?.mergeable_state,
    changedFiles: single?.changed_files,
    commitCount: single?.commits,
  };
}

export function toFile(file: File): ChangedFile {
  return {
    path: file.filename,
    previousPath: file.previous_filename,
    status: file.status,
    additions: file.additions,
    deletions: file.deletions,
    patch: file.patch,
    url: file.blob_url ?? undefined,
  };
}

export function toCommit(commit: Commit): CommitFacts {
  const { author, committer, message, verification } = commit.commit;
  return {
    sha: commit.sha,
    message,
    author: toActor(commit.author, author?.name),
    committer: toActor(commit.committer, committer?.name),
    authoredAt: author?.date,
    url: commit.html_url,
    verification: verification && {
      verified: verification.verified,
      reason: verification.reason,
    },
  };
}

export function toReview(review: Review): ReviewFacts | undefined {
  // Pending reviews have no date and are nobody's business but their author's.
  if (!review.user || !review.submitted_at) return undefined;
  return {
    id: review.id,
    login: review.user.login,
    state: review.state,
    body: review.body,
    commitId: review.commit_id ?? undefined,
    submittedAt: review.submitted_at,
    url: review.html_url,
  };
}

export function toCheck(check: Check): CheckFacts {
  const { status } = check;
  return {
    id: check.id,
    name: check.name,
    app: check.app?.slug,
    status:
      status === 'completed' || status === 'in_progress' ? status : 'queued',
    conclusion: check.conclusion ?? undefined,
    url: check.details_url ?? check.html_url ?? undefined,
    summary: check.output.summary ?? check.output.title ?? undefined,
    text: check.output.text ?? undefined,
    startedAt: check.started_at ?? undefined,
    completedAt: check.completed_at ?? undefined,
  };
}
