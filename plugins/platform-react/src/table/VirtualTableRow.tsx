import { ComponentType, memo, MouseEvent } from 'react';
import { TableColumn } from './tableLook';

/** What a cell is drawn of. @public */
export interface CellProps<R, C> {
  readonly column: C;
  readonly row: R;
  /** Where the row leads. */
  readonly to: string;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

interface RowProps<R, C extends TableColumn> {
  readonly row: R;
  readonly columns: readonly C[];
  readonly Cell: ComponentType<CellProps<R, C>>;
  readonly index: number;
  readonly to: string;
  readonly now: number;
  /** Pixels. */
  readonly top: number;
  readonly tabIndex: number;
  register(index: number, element: HTMLElement | null): void;
  onFocus(index: number): void;
  onOpen(to: string): void;
}

function Row<R, C extends TableColumn>(props: RowProps<R, C>) {
  const { row, columns, Cell, index, top, to, now } = props;
  const { tabIndex, register, onFocus, onOpen } = props;
  function click(event: MouseEvent) {
    // A link knows better what to do with a modifier key, and text is there to be marked.
    const link = event.target instanceof Element && event.target.closest('a');
    if (!link && !window.getSelection()?.toString()) onOpen(to);
  }
  return (
    <div
      ref={element => register(index, element)}
      role="row"
      className="row"
      aria-rowindex={index + 2}
      tabIndex={tabIndex}
      style={{ transform: `translateY(${top}px)` }}
      onClick={click}
      onFocus={() => onFocus(index)}
      onKeyDown={event => {
        if (event.key === 'Enter' && event.target === event.currentTarget) {
          onOpen(to);
        }
      }}
    >
      {columns.map(column => (
        <div
          key={column.id}
          role="cell"
          className={column.numeric ? 'cell numeric' : 'cell'}
        >
          <Cell column={column} row={row} to={to} now={now} />
        </div>
      ))}
    </div>
  );
}

/** A row, drawn anew only when something of it changed. `memo` forgets that a component is generic. */
export const VirtualTableRow = memo(Row) as typeof Row;
