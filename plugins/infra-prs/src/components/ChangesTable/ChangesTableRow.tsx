import { memo, MouseEvent } from 'react';
import { ChangeRequest } from '@slipway/plugin-infra-prs-common';
import { ChangeColumn } from '../../list/changeColumns';
import { ChangeCell } from './ChangeCell';

interface ChangesTableRowProps {
  readonly item: ChangeRequest;
  readonly columns: readonly ChangeColumn[];
  readonly index: number;
  /** Where the change is shown. */
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

/** One change. */
export const ChangesTableRow = memo(Row);

function Row(props: ChangesTableRowProps) {
  const { item, columns, index, top, to, now } = props;
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
        <div key={column.id} role="cell" className="cell">
          <ChangeCell column={column} item={item} to={to} now={now} />
        </div>
      ))}
    </div>
  );
}
