import { accounts } from '../accounts/Accounts';
import { HostUrls } from './HostUrls';

/** A "simple user" of the GitHub API. */
export function userJson(urls: HostUrls, login: string) {
  const account = accounts.get(login);
  return {
    login,
    id: accounts.id(login),
    node_id: `U_${login}`,
    avatar_url: `${urls.base}/avatars/${encodeURIComponent(login)}`,
    gravatar_id: '',
    url: `${urls.api}/users/${login}`,
    html_url: `${urls.base}/${login}`,
    repos_url: `${urls.api}/users/${login}/repos`,
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
    email: account?.email ?? null,
    bio: account?.role ?? null,
    created_at: '2024-01-08T09:00:00Z',
    updated_at: '2024-01-08T09:00:00Z',
  };
}
