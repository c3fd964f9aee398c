import { SortableHead } from '@slipway/platform-react';
import { ChangeColumn } from '../../list/changeColumns';
import { ChangeSort } from '../../list/changesQuery';
import { SelectAll } from '../BulkDecisions/SelectBoxes';

/** Names of the columns; each sorts one way, then the other, then no more. */
export function ChangesTableHead(props: {
  columns: readonly ChangeColumn[];
  selects: boolean;
  sort: ChangeSort | undefined;
  /** Without a direction they come as they are. */
  onSort(sort: ChangeSort | undefined): void;
}) {
  const { columns, selects, sort, onSort } = props;
  function click({ id, highFirst = false }: ChangeColumn) {
    if (id !== sort?.column) {
      return onSort({ column: id, descending: highFirst });
    }
    const wasFirst = sort.descending === highFirst;
    return onSort(
      wasFirst ? { column: id, descending: !highFirst } : undefined,
    );
  }
  return (
    <SortableHead
      columns={columns}
      sort={sort}
      first={selects && <SelectAll />}
      onClick={click}
    />
  );
}
