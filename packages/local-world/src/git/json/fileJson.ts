import { FileDiff } from '../repository/GitDiffs';
import { HostUrls } from './HostUrls';

/** A changed file, as pull requests, commits and comparisons list it. */
export function fileJson(
  urls: HostUrls,
  fullName: string,
  file: FileDiff,
  sha: string,
) {
  const escaped = HostUrls.path(file.path);
  return {
    sha: file.sha,
    filename: file.path,
    ...(file.previousPath && { previous_filename: file.previousPath }),
    status: file.status,
    additions: file.additions,
    deletions: file.deletions,
    changes: file.additions + file.deletions,
    blob_url: `${urls.web(fullName)}/blob/${sha}/${escaped}`,
    raw_url: `${urls.web(fullName)}/raw/${sha}/${escaped}`,
    contents_url: `${urls.repo(fullName)}/contents/${escaped}?ref=${sha}`,
    ...(file.patch !== undefined && { patch: file.patch }),
  };
}
