/** A repository at a Git host. */
export interface GitRepository {
  /** With its port, where it has one. */
  readonly host: string;
  readonly owner: string;
  readonly repo: string;
}

const httpUrl =
  /^(?:https?|ssh):\/\/(?:[^@/\s]*@)?([\w.-]+(?::\d+)?)\/([\w.-]+)\/([\w.-]+?)(?:\.git)?\/?$/;
const scpUrl = /^[\w.-]+@([\w.-]+):([\w.-]+)\/([\w.-]+?)(?:\.git)?$/;

/** Reads the URL Argo CD clones from; undefined when it is not of the form host/owner/repo. */
export function parseRepositoryUrl(url: string): GitRepository | undefined {
  const match = httpUrl.exec(url) ?? scpUrl.exec(url);
  if (!match) return undefined;
  const [, host, owner, repo] = match;
  return { host, owner, repo };
}

/** Hosts differ by alias and port between a cluster and the portal; owner and name do not. */
export function isSameRepository(
  a: Pick<GitRepository, 'owner' | 'repo'>,
  b: Pick<GitRepository, 'owner' | 'repo'>,
): boolean {
  return (
    `${a.owner}/${a.repo}`.toLocaleLowerCase('en-US') ===
    `${b.owner}/${b.repo}`.toLocaleLowerCase('en-US')
  );
}
