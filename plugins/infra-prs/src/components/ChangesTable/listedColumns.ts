import { ChangeColumn } from '../../list/changeColumns';

/** The column that rows are chosen in. */
export const SELECT_COLUMN = { id: 'select', width: 48 } as const;

/** A column of the list, or the one that rows are chosen in. */
export type ListedColumn = ChangeColumn | typeof SELECT_COLUMN;
