/** A commit id as people write it; anything else as it is. */
export function shortRevision(revision: string): string {
  return isCommitId(revision) ? revision.slice(0, 7) : revision.slice(0, 60);
}

/** Whether a revision is a Git commit rather than a chart version or a branch. */
export function isCommitId(revision: string): boolean {
  return /^[0-9a-f]{40}([0-9a-f]{24})?$/.test(revision);
}
