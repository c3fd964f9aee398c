import { CellProps } from '@slipway/platform-react';
import { ChangeRequest } from '@slipway/plugin-infra-prs-common';
import { SelectRow } from '../BulkDecisions/SelectBoxes';
import { ChangeCell } from './ChangeCell';
import { ListedColumn } from './listedColumns';

/** What a column says of a change, or the box that chooses it. */
export function ListedCell(props: CellProps<ChangeRequest, ListedColumn>) {
  const { column, ...rest } = props;
  return column.id === 'select' ? (
    <SelectRow item={props.row} />
  ) : (
    <ChangeCell column={column} {...rest} />
  );
}
