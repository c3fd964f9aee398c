const BETWEEN = ' | ';

/** The title of a document, as Backstage's own pages have it: the page, then the portal. */
export function formatPageTitle(page: string, portal: string): string {
  return `${page}${BETWEEN}${portal}`;
}

/** The page's part of the title of a document. */
export function parsePageTitle(title: string, portal: string): string {
  const end = formatPageTitle('', portal);
  return title.endsWith(end) ? title.slice(0, -end.length) : title;
}
