import { Access, accounts, includesAccess } from '../accounts/Accounts';
import { HostContext } from '../HostContext';
import { HostedRepository } from '../records/HostedRepository';
import { isoTime } from './isoTime';
import { userJson } from './userJson';

function urlsOf(host: HostContext, fullName: string) {
  const api = host.urls.repo(fullName);
  const web = host.urls.web(fullName);
  return {
    url: api,
    html_url: web,
    clone_url: `${web}.git`,
    git_url: `${web}.git`,
    ssh_url: `${web}.git`,
    svn_url: web,
    archive_url: `${api}/{archive_format}{/ref}`,
    trees_url: `${api}/git/trees{/sha}`,
    blobs_url: `${api}/git/blobs{/sha}`,
    commits_url: `${api}/commits{/sha}`,
    git_commits_url: `${api}/git/commits{/sha}`,
    git_refs_url: `${api}/git/refs{/sha}`,
    contents_url: `${api}/contents/{+path}`,
    compare_url: `${api}/compare/{base}...{head}`,
    branches_url: `${api}/branches{/branch}`,
    pulls_url: `${api}/pulls{/number}`,
    issues_url: `${api}/issues{/number}`,
    statuses_url: `${api}/statuses/{sha}`,
    hooks_url: `${api}/hooks`,
    forks_url: `${api}/forks`,
    merges_url: `${api}/merges`,
  };
}

function permissionsJson(access: Access) {
  return {
    admin: includesAccess(access, 'admin'),
    maintain: includesAccess(access, 'admin'),
    push: includesAccess(access, 'write'),
    triage: includesAccess(access, 'write'),
    pull: includesAccess(access, 'read'),
  };
}

/** A repository as the viewer sees it. */
export function repoJson(
  host: HostContext,
  repository: HostedRepository,
  viewer: string | undefined,
) {
  const { record, fullName } = repository;
  const access = viewer ? accounts.access(viewer, repository) : 'read';
  return {
    id: record.id,
    node_id: `R_${record.id}`,
    name: record.name,
    full_name: fullName,
    private: record.private,
    visibility: record.private ? 'private' : 'public',
    owner: userJson(host.urls, record.owner),
    ...urlsOf(host, fullName),
    description: record.description ?? null,
    homepage: record.homepage ?? null,
    fork: false,
    archived: false,
    disabled: false,
    default_branch: record.defaultBranch,
    topics: record.topics,
    size: record.pushedAt > record.createdAt ? 1 : 0,
    open_issues_count: record.pulls.filter(p => p.state === 'open').length,
    has_issues: true,
    allow_merge_commit: true,
    allow_squash_merge: true,
    allow_rebase_merge: true,
    allow_auto_merge: record.allowAutoMerge,
    delete_branch_on_merge: record.deleteBranchOnMerge,
    created_at: isoTime(record.createdAt),
    updated_at: isoTime(record.pushedAt),
    pushed_at: isoTime(record.pushedAt),
    permissions: permissionsJson(access),
  };
}
