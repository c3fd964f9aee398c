import { ApiError } from '../http/ApiError';
import { HostContext } from '../HostContext';
import { pullJson } from '../json/pullJson';
import { repoJson } from '../json/repoJson';
import { reviewJson } from '../json/reviewJson';
import { userJson } from '../json/userJson';
import { HostedRepository } from '../records/HostedRepository';
import { Pull, Review } from '../records/pullSchema';

export type ReviewEvent = 'APPROVE' | 'REQUEST_CHANGES' | 'COMMENT';

const states = {
  APPROVE: 'APPROVED',
  REQUEST_CHANGES: 'CHANGES_REQUESTED',
  COMMENT: 'COMMENTED',
} as const;

export interface NewReview {
  readonly login: string;
  /** Without it the review stays pending. */
  readonly event?: ReviewEvent;
  readonly body: string;
  readonly commitId?: string;
  readonly comments: ReadonlyArray<{
    readonly path: string;
    readonly body: string;
    readonly line?: number;
    readonly side?: string;
  }>;
}

/** Adds a review, with its comments on lines. */
export function addReview(
  host: HostContext,
  repository: HostedRepository,
  pull: Pull,
  request: NewReview,
): Promise<Review> {
  return repository.lock.run(async () => {
    const commitId = request.commitId ?? pull.head.sha;
    const { history } = repository.git;
    if (!/^[0-9a-f]{40}$/.test(commitId) || !(await history.read(commitId))) {
      throw new ApiError(
        422,
        `commit_id ${commitId} is not part of the pull request`,
      );
    }
    const review: Review = {
      id: repository.nextId(),
      pull: pull.number,
      user: request.login,
      state: 'PENDING',
      body: request.body,
      commitId,
    };
    if (request.event) judge(host, pull, review, request.event, request.body);
    repository.record.reviews.push(review);
    const now = host.clock.now();
    for (const { path: file, ...comment } of request.comments) {
      repository.record.reviewComments.push({
        ...comment,
        file,
        id: repository.nextId(),
        pull: pull.number,
        user: request.login,
        createdAt: now,
        updatedAt: now,
        commitId,
        review: review.id,
      });
    }
    await settle(host, repository, pull, review);
    return review;
  });
}

/** Submits a pending review. */
export function submitReview(
  host: HostContext,
  repository: HostedRepository,
  pull: Pull,
  review: Review,
  event: ReviewEvent,
  body: string,
): Promise<void> {
  return repository.lock.run(async () => {
    if (review.state !== 'PENDING') {
      throw new ApiError(422, 'Can not submit a review that is not pending');
    }
    judge(host, pull, review, event, body);
    await settle(host, repository, pull, review);
  });
}

function judge(
  host: HostContext,
  pull: Pull,
  review: Review,
  event: ReviewEvent,
  body: string,
): void {
  if (event !== 'COMMENT' && review.user === pull.author) {
    const verb = event === 'APPROVE' ? 'approve' : 'request changes on';
    throw new ApiError(422, 'Unprocessable Entity', [
      `Can not ${verb} your own pull request`,
    ]);
  }
  if (event !== 'APPROVE' && body === '') {
    throw ApiError.invalid('PullRequestReview', 'body', 'Body cannot be blank');
  }
  review.state = states[event];
  review.body = body;
  review.submittedAt = host.clock.now();
}

async function settle(
  host: HostContext,
  repository: HostedRepository,
  pull: Pull,
  review: Review,
): Promise<void> {
  pull.updatedAt = host.clock.now();
  if (review.state !== 'PENDING') {
    pull.requestedReviewers = pull.requestedReviewers.filter(
      login => login !== review.user,
    );
  }
  await repository.save();
  if (review.state === 'PENDING') return;
  host.deliveries.emit('event', {
    repository: repository.fullName,
    name: 'pull_request_review',
    payload: {
      action: 'submitted',
      review: reviewJson(host.urls, repository.fullName, review),
      pull_request: pullJson(host, repository, pull, review.user),
      repository: repoJson(host, repository, review.user),
      sender: userJson(host.urls, review.user),
    },
  });
}
