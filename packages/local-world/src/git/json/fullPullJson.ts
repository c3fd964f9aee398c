import { HostContext } from '../HostContext';
import { mergeability } from '../pulls/mergeability';
import { pullSize } from '../pulls/pullSize';
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
  const { record } = repository;
  const [{ mergeable, state }, size] = await Promise.all([
    mergeability(repository, pull),
    pullSize(repository, pull),
  ]);
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
    commits: size.commits,
    additions: size.additions,
    deletions: size.deletions,
    changed_files: size.files,
    maintainer_can_modify: false,
  };
}
