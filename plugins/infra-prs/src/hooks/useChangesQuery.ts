import { useUrlQuery } from '@slipway/platform-react';
import { formatChangesQuery, parseChangesQuery } from '../list/changesQuery';

const WORDS = { parse: parseChangesQuery, format: formatChangesQuery };

/** What the list shows, as the URL says, and the way to change a part of it. */
export function useChangesQuery() {
  return useUrlQuery(WORDS);
}
