import { UpstreamError } from '@slipway/platform-node';
import { PullAtHead } from '../services/changeFacts';

/** The most commits that GitHub lists of a pull request. */
const MOST_COMMITS = 250;

function moved({ number }: PullAtHead): UpstreamError {
  return new UpstreamError(
    'unreachable',
    `Pull request ${number} moved while it was read`,
    { fix: 'Try again in a moment' },
  );
}

/**
 * GitHub lists the files of whatever the head is by then; their links name it. Those of removed files and of submodules
 * point elsewhere.
 *
 * @throws UpstreamError when it is not the head that was asked for.
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
}

/**
 * The head is among the commits, as far as all are listed.
 *
 * @throws UpstreamError when it is not the head that was asked for.
 */
export function assertCommitsOf(
  at: PullAtHead,
  commits: ReadonlyArray<{ sha: string }>,
): void {
  const complete = commits.length > 0 && commits.length < MOST_COMMITS;
  if (complete && !commits.some(({ sha }) => sha === at.headSha))
    throw moved(at);
}
