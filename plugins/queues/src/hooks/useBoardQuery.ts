import { useUrlQuery } from '@slipway/platform-react';
import { formatBoardQuery, parseBoardQuery } from '../board/boardQuery';

const WORDS = { parse: parseBoardQuery, format: formatBoardQuery };

/** What the board shows, as the URL says, and the way to change a part of it. */
export function useBoardQuery() {
  return useUrlQuery(WORDS);
}
