import { memo, MouseEvent } from 'react';
import { BoardRow } from '@slipway/plugin-queues-common';
import { BoardColumn } from '../../board/boardColumns';
import { BoardCell } from './BoardCell';

interface BoardTableRowProps {
  readonly row: BoardRow;
  readonly columns: readonly BoardColumn[];
  readonly index: number;
  /** Where the queue is shown. */
  readonly to: string;
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** Pixels. */
  readonly top: number;
  readonly tabIndex: number;
  register(index: number, element: HTMLElement | null): void;
  onFocus(index: number): void;
  onOpen(to: string): void;
}

/** One queue. */
export const BoardTableRow = memo(Row);

function Row(props: BoardTableRowProps) {
  const { row, columns, index, top, to, now } = props;
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
          <BoardCell column={column} row={row} to={to} now={now} />
        </div>
      ))}
    </div>
  );
}
