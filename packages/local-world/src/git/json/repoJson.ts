import { Access, accounts, includesAccess } from '../accounts/Accounts';
import { HostContext } from '../HostContext';
import { HostedRepository } from '../records/HostedRepository';
import { isoTime } from './isoTime';
import { repoUrls } from './repoUrls';
import { userJson } from './userJson';

/** What an access lets one do. */
export function permissionsJson(access: Access) {
  return {
    admin: includesAccess(access, 'admin'),
    maintain: includesAccess(access, 'admin'),
    push: includesAccess(access, 'write'),
    triage: includesAccess(access, 'write'),
    pull: includesAccess(access, 'read'),
  };
}

function countsJson(open: number) {
  return {
    forks: 0,
    forks_count: 0,
    stargazers_count: 0,
    watchers: 0,
    watchers_count: 0,
    open_issues: open,
    open_issues_count: open,
  };
}

const FEATURES = {
  has_issues: true,
  has_projects: false,
  has_wiki: false,
  has_pages: false,
  has_downloads: false,
  has_discussions: false,
};

/** A repository inside of something else that is about it. */
export function minimalRepoJson(
  host: HostContext,
  repository: HostedRepository,
  viewer: string | undefined,
) {
  const { record, fullName } = repository;
  const access = viewer ? accounts.access(viewer, repository) : 'read';
  const open = record.pulls.filter(pull => pull.state === 'open').length;
  return {
    id: record.id,
    node_id: `R_${record.id}`,
    name: record.name,
    full_name: fullName,
    private: record.private,
    visibility: record.private ? 'private' : 'public',
    owner: userJson(host.urls, record.owner),
    ...repoUrls(host, fullName),
    mirror_url: null,
    description: record.description ?? null,
    homepage: record.homepage ?? null,
    language: null,
    fork: false,
    archived: false,
    disabled: false,
    default_branch: record.defaultBranch,
    topics: record.topics,
    size: record.pushedAt > record.createdAt ? 1 : 0,
    ...countsJson(open),
    ...FEATURES,
    delete_branch_on_merge: record.deleteBranchOnMerge,
    created_at: isoTime(record.createdAt),
    updated_at: isoTime(record.pushedAt),
    pushed_at: isoTime(record.pushedAt),
    permissions: permissionsJson(access),
  };
}

/** A repository as the viewer sees it. */
export function repoJson(
  host: HostContext,
  repository: HostedRepository,
  viewer: string | undefined,
) {
  return {
    ...minimalRepoJson(host, repository, viewer),
    license: null,
    allow_merge_commit: true,
    allow_squash_merge: true,
    allow_rebase_merge: true,
    allow_auto_merge: repository.record.allowAutoMerge,
  };
}

/** A repository with the details of its own address. */
export function fullRepoJson(
  host: HostContext,
  repository: HostedRepository,
  viewer: string | undefined,
) {
  return {
    ...repoJson(host, repository, viewer),
    network_count: 0,
    subscribers_count: 0,
  };
}
