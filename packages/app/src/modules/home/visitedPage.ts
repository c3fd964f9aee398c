import { Visit } from '@backstage/plugin-home';
import { parsePageTitle } from '@slipway/platform-react';

const ENTITY = /^\/catalog\/[^/]+\/[^/]+\/([^/]+)/;
/** Pages whose tabs have addresses of their own: opening a tab is no visit of another page. */
const PAGES_WITH_TABS = [ENTITY, /^\/infra-prs\/\d+/];

const LABELS: readonly (readonly [start: RegExp, label: string])[] = [
  [/^\/infra-prs\/\d/, 'change'],
  [/^\/create\/templates\//, 'form'],
  [/^\/create\/tasks\//, 'run'],
];

/** Path of the page that a path belongs to. */
export function pageOf(pathname: string): string {
  const page = PAGES_WITH_TABS.map(tabs => tabs.exec(pathname)?.[0]);
  return page.find(Boolean) ?? pathname;
}

/** What a page is called: an entity by its name, others by their title, or by their path where they have none. */
export function nameOf(
  pathname: string,
  documentTitle: string,
  portal: string,
) {
  const entity = ENTITY.exec(pathname)?.[1];
  if (entity) return entity;
  if (documentTitle !== portal) return parsePageTitle(documentTitle, portal);
  const [, first = 'home'] = pathname.split('/');
  return `${first.charAt(0).toUpperCase()}${first.slice(1)}`;
}

/** What kind of page was visited, in a word. */
export function labelOf({
  entityRef,
  pathname,
}: Pick<Visit, 'entityRef' | 'pathname'>): string {
  const [kind] = entityRef?.split(':') ?? [];
  const [, label] = LABELS.find(([start]) => start.test(pathname)) ?? [];
  return kind ?? label ?? 'page';
}
