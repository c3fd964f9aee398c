import { escapeHtml, page } from './page';

/** A page that says what went wrong. */
export function errorPage(title: string, message: string): string {
  return page({ title, body: `<p>${escapeHtml(message)}</p>` });
}
