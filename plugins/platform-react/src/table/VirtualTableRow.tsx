import { ComponentType, KeyboardEvent, memo, MouseEvent } from 'react';
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

/** What takes clicks in a row for itself. */
const CONTROLS = 'a, button, input, [data-row-control]';

/** Ticks the box of a row that is in focus, where it has one that can be. */
function tick(event: KeyboardEvent<HTMLElement>) {
  const box = event.currentTarget.querySelector<HTMLInputElement>(
    'input[type=checkbox]',
  );
  if (!box) return;
  event.preventDefault();
  box.click();
}

function Row<R, C extends TableColumn>(props: RowProps<R, C>) {
  const { row, columns, Cell, index, top, to, now } = props;
  const { tabIndex, register, onFocus, onOpen } = props;
  function click(event: MouseEvent) {
    // A link knows better what to do with a modifier key, a box is there to be ticked, and text to be marked.
    const own =
      event.target instanceof Element && event.target.closest(CONTROLS);
    if (!own && !window.getSelection()?.toString()) onOpen(to);
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
        if (event.target !== event.currentTarget) return;
        if (event.key === 'Enter') onOpen(to);
        if (event.key === ' ') tick(event);
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
