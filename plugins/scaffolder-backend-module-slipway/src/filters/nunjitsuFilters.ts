import { TemplateFilter } from 'nunjitsu';
import { templateFilters } from './templateFilters';

/** The filters as the interpreter of `fetch:template` takes them. */
export function nunjitsuFilters(): Record<string, TemplateFilter> {
  return Object.fromEntries(
    // Each filter checks what it is given; JSON is all that the interpreter hands over.
    templateFilters.map(({ id, filter }) => [id, filter as TemplateFilter]),
  );
}
