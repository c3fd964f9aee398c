import { UpstreamError } from '@slipway/platform-node';
import { PullAtHead } from '../services/changeFacts';

/** The most that GitHub lists of a pull request. */
const MOST_COMMITS = 250;
const MOST_FILES = 3_000;

function moved({ number }: PullAtHead): UpstreamError {
  return new UpstreamError(
    'unreachable',
    `Pull request ${number} moved while it was read`,
    { fix: 'Try again in a moment' },
  );
}

/** Lists are kept for hours, so one that GitHub has not finished must not be. */
function assertWhole(
  { number }: PullAtHead,
  what: string,
  listed: number,
  counted: number,
): void {
  if (listed >= counted) return;
  throw new UpstreamError(
    'unreachable',
    `GitHub lists ${listed} of the ${counted} ${what} of pull request ${number} so far`,
    { fix: 'Try again in a moment' },
  );
}

/**
 * GitHub lists the files of whatever the head is by then; their links name it. Those of removed files and of submodules
 * point elsewhere.
 *
 * @throws UpstreamError when it is not the head that was asked for, or not all of it.
 */
export function assertFilesOf(
  at: PullAtHead,
  files: ReadonlyArray<{ status: string; blob_url?: string | null }>,
): void {
  const others = files
    .filter(({ status }) => status !== 'removed')
    .map(({ blob_url: url }) => /\/blob\/([0-9a-f]{40})\//.exec(url ?? '')?.[1])
    .filter(sha => sha !== undefined && sha !== at.headSha);
  if (others.length > 0) throw moved(at);
  const counted = Math.min(at.changedFiles ?? 0, MOST_FILES);
  assertWhole(at, 'files', files.length, counted);
}

/**
 * The head is among the commits, as far as all are listed.
 *
 * @throws UpstreamError when it is not the head that was asked for, or not all of it.
 */
export function assertCommitsOf(
  at: PullAtHead,
  commits: ReadonlyArray<{ sha: string }>,
): void {
  const complete = commits.length > 0 && commits.length < MOST_COMMITS;
  if (complete && !commits.some(({ sha }) => sha === at.headSha))
    throw moved(at);
  const counted = Math.min(at.commitCount ?? 0, MOST_COMMITS);
  assertWhole(at, 'commits', commits.length, counted);
}
