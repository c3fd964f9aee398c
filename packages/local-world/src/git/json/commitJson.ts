import { accounts } from '../accounts/Accounts';
import { GitCommit, GitPerson } from '../repository/GitCommit';
import { HostUrls } from './HostUrls';
import { isoTime } from './isoTime';
import { userJson } from './userJson';

function personJson(person: GitPerson) {
  return {
    name: person.name,
    email: person.email,
    date: isoTime(person.date),
  };
}

/** The account behind a commit's e-mail address, as GitHub links it. */
function linkedUser(urls: HostUrls, person: GitPerson) {
  const account = accounts
    .list()
    .find(({ email }) => email.toLowerCase() === person.email.toLowerCase());
  return account ? userJson(urls, account.login) : null;
}

const unsigned = {
  verified: false,
  reason: 'unsigned',
  signature: null,
  payload: null,
  verified_at: null,
};

/** A commit of the Git database API. */
export function gitCommitJson(
  urls: HostUrls,
  fullName: string,
  commit: GitCommit,
) {
  const api = urls.repo(fullName);
  return {
    sha: commit.sha,
    node_id: `C_${commit.sha}`,
    url: `${api}/git/commits/${commit.sha}`,
    html_url: `${urls.web(fullName)}/commit/${commit.sha}`,
    author: personJson(commit.author),
    committer: personJson(commit.committer),
    message: commit.message,
    tree: { sha: commit.tree, url: `${api}/git/trees/${commit.tree}` },
    parents: commit.parents.map(sha => ({
      sha,
      url: `${api}/git/commits/${sha}`,
      html_url: `${urls.web(fullName)}/commit/${sha}`,
    })),
    verification: unsigned,
  };
}

/** A commit of the repository API. */
export function commitJson(
  urls: HostUrls,
  fullName: string,
  commit: GitCommit,
) {
  const { sha, node_id, html_url, parents, ...inner } = gitCommitJson(
    urls,
    fullName,
    commit,
  );
  return {
    sha,
    node_id,
    html_url,
    parents,
    url: `${urls.repo(fullName)}/commits/${sha}`,
    comments_url: `${urls.repo(fullName)}/commits/${sha}/comments`,
    commit: { ...inner, comment_count: 0 },
    author: linkedUser(urls, commit.author),
    committer: linkedUser(urls, commit.committer),
  };
}
