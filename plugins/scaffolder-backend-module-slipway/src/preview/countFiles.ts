import { FileStatus, PreviewFile } from './PreviewService';

/** How many files there are of each status. */
export function countFiles(
  files: readonly PreviewFile[],
): Record<FileStatus, number> {
  const counts = { added: 0, changed: 0, unchanged: 0, 'new-repository': 0 };
  for (const { status } of files) {
    if (status) counts[status] += 1;
  }
  return counts;
}
