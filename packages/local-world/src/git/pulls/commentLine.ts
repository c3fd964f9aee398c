import { ApiError } from '../http/ApiError';
import { HostedRepository } from '../records/HostedRepository';
import { Comment, Pull } from '../records/pullSchema';
import { diffRange } from './diffRange';

const HEADING = /^@@ -(\d+)(?:,\d+)? \+(\d+)(?:,\d+)? @@/;

/** Numbers of the lines that a patch shows on one side. */
function shownLines(patch: string, side: 'LEFT' | 'RIGHT'): Set<number> {
  const other = side === 'LEFT' ? '+' : '-';
  const shown = new Set<number>();
  let at = 0;
  for (const line of patch.split('\n')) {
    const heading = HEADING.exec(line);
    if (heading) at = Number(heading[side === 'LEFT' ? 1 : 2]);
    else if (line[0] !== other && line[0] !== '\\') shown.add(at++);
  }
  return shown;
}

/** @throws ApiError as GitHub refuses a comment on what the pull request does not show. */
export async function assertOnDiff(
  repository: HostedRepository,
  pull: Pull,
  place: { path: string; line: number; side: 'LEFT' | 'RIGHT' },
): Promise<void> {
  const { from, to } = await diffRange(repository, pull);
  const files = await repository.git.diffs.files(from, to);
  const file = files.find(({ path }) => path === place.path);
  const refuse = (field: string, why: string) =>
    ApiError.invalid(
      'PullRequestReviewComment',
      `pull_request_review_thread.${field}`,
      why,
    );
  if (!file) throw refuse('path', 'is invalid');
  if (!shownLines(file.patch ?? '', place.side).has(place.line)) {
    throw refuse('line', 'must be part of the diff');
  }
}

/** Whether the file of a comment changed since: then GitHub no longer tells its line. */
export async function isOutdated(
  repository: HostedRepository,
  pull: Pull,
  { commitId, file }: Comment,
): Promise<boolean> {
  if (!commitId || commitId === pull.head.sha) return false;
  const changed = await repository.git.diffs.names(commitId, pull.head.sha);
  return file !== undefined && changed.includes(file);
}
