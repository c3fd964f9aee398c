import { HostContext } from '../HostContext';
import { diffRange } from '../pulls/diffRange';
import { mergeability } from '../pulls/mergeability';
import { HostedRepository } from '../records/HostedRepository';
import { Pull } from '../records/pullSchema';
import { pullJson } from './pullJson';
import { userJson } from './userJson';

/** A pull request with what only its own page shows. */
export async function fullPullJson(
  host: HostContext,
  repository: HostedRepository,
  pull: Pull,
  viewer: string,
) {
  const { from, to } = await diffRange(repository, pull);
  const { git, record } = repository;
  const [{ mergeable, state }, files, commits] = await Promise.all([
    mergeability(repository, pull),
    git.diffs.files(from, to),
    git.history.list(to, { exclude: pull.base.sha }),
  ]);
  const sum = (key: 'additions' | 'deletions') =>
    files.reduce((total, file) => total + file[key], 0);
  const count = (entries: ReadonlyArray<{ pull: number }>) =>
    entries.filter(entry => entry.pull === pull.number).length;
  return {
    ...pullJson(host, repository, pull, viewer),
    merged: pull.mergedAt !== undefined,
    mergeable,
    rebaseable: mergeable,
    mergeable_state: state,
    merged_by: pull.mergedBy ? userJson(host.urls, pull.mergedBy) : null,
    comments: count(record.issueComments),
    review_comments: count(record.reviewComments),
    commits: commits.length,
    additions: sum('additions'),
    deletions: sum('deletions'),
    changed_files: files.length,
    maintainer_can_modify: false,
  };
}
