import { HostUrls } from './HostUrls';

/** A team of the one organization; the host knows no more of it than its name. */
export function teamJson(urls: HostUrls, slug: string) {
  const api = `${urls.api}/orgs/acme/teams/${slug}`;
  return {
    id: 1,
    node_id: `T_${slug}`,
    name: slug,
    slug,
    description: null,
    privacy: 'closed',
    permission: 'pull',
    url: api,
    html_url: `${urls.base}/orgs/acme/teams/${slug}`,
    members_url: `${api}/members{/member}`,
    repositories_url: `${api}/repos`,
    type: 'organization',
    parent: null,
  };
}
