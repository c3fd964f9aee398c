import { useStored } from '@slipway/platform-react';
import { z } from 'zod';
import { BoardQuery } from '../board/boardQuery';
import { boardColumns } from '../board/boardColumns';
import {
  BOARD_COLUMN_IDS,
  BoardColumnId,
  DEFAULT_COLUMNS,
} from '../board/columnIds';

const COLUMNS = { bucket: 'slipway-queues', key: 'board-columns' };
const columnsSchema = z.array(z.enum(BOARD_COLUMN_IDS)).min(1);

/** The columns of the URL, else those that the person chose last, else the usual ones. */
export function useBoardColumns(options: {
  query: BoardQuery;
  change(changes: Partial<BoardQuery>): void;
}) {
  const { query, change } = options;
  const { value, store } = useStored(COLUMNS, columnsSchema);
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
