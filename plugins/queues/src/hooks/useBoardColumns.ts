import { z } from 'zod';
import { BoardQuery } from '../board/boardQuery';
import { boardColumns } from '../board/boardColumns';
import {
  BOARD_COLUMN_IDS,
  BoardColumnId,
  DEFAULT_COLUMNS,
} from '../board/columnIds';
import { useStored } from './useStored';

const columnsSchema = z.array(z.enum(BOARD_COLUMN_IDS)).min(1);

/** The columns of the URL, else those that the person chose last, else the usual ones. */
export function useBoardColumns(options: {
  query: BoardQuery;
  change(changes: Partial<BoardQuery>): void;
}) {
  const { query, change } = options;
  const { value, store } = useStored('board-columns', columnsSchema);
  const ids = query.columns ?? value ?? DEFAULT_COLUMNS;
  return {
    ids,
    columns: boardColumns(ids),
    choose: (chosen: readonly BoardColumnId[]) => {
      store([...chosen]);
      change({ columns: chosen });
    },
  };
}
