import { accounts } from '../accounts/Accounts';
import { HostUrls } from './HostUrls';

/** A "simple user" of the GitHub API. */
export function userJson(urls: HostUrls, login: string) {
  const account = accounts.get(login);
  const api = `${urls.api}/users/${login}`;
  return {
    login,
    id: accounts.id(login),
    node_id: `U_${login}`,
    avatar_url: `${urls.base}/avatars/${encodeURIComponent(login)}`,
    gravatar_id: '',
    url: api,
    html_url: `${urls.base}/${login}`,
    followers_url: `${api}/followers`,
    following_url: `${api}/following{/other_user}`,
    gists_url: `${api}/gists{/gist_id}`,
    starred_url: `${api}/starred{/owner}{/repo}`,
    subscriptions_url: `${api}/subscriptions`,
    organizations_url: `${api}/orgs`,
    repos_url: `${api}/repos`,
    events_url: `${api}/events{/privacy}`,
    received_events_url: `${api}/received_events`,
    type: account?.type ?? 'User',
    site_admin: false,
  };
}

/** A user with the details of `GET /users/{login}`. */
export function fullUserJson(urls: HostUrls, login: string) {
  const account = accounts.get(login);
  return {
    ...userJson(urls, login),
    name: account?.name ?? login,
    company: 'Acme',
    blog: null,
    location: null,
    hireable: null,
    email: account?.email ?? null,
    bio: account?.role ?? null,
    public_repos: 0,
    public_gists: 0,
    followers: 0,
    following: 0,
    created_at: '2024-01-08T09:00:00Z',
    updated_at: '2024-01-08T09:00:00Z',
  };
}
