import { RiAlertFill, RiTimeLine } from '@remixicon/react';
import { BoardRow } from '@slipway/plugin-queues-common';
import {
  CellProps,
  formatRelativeTime,
  formatTimeTooltip,
  NO_DATA,
  sourceStateLabel,
} from '@slipway/platform-react';
import { Link } from 'react-router-dom';
import { BoardColumn } from '../../board/boardColumns';
import { RISK_LOOKS } from './riskLooks';

/**
 * What a column says of a queue. Plain elements with the classes of {@link boardStyles}: with chips and tooltips that style
 * themselves, scrolling over thousands of rows would stutter.
 */
export function BoardCell(props: CellProps<BoardRow, BoardColumn>) {
  const { column, row, now } = props;
  const value = column.value(row);
  const text = column.text?.(row) ?? String(value ?? NO_DATA);
  switch (column.id) {
    case 'risk':
      return <Risk row={row} />;
    case 'name':
      return <Name row={row} to={props.to} />;
    case 'environment':
      return <span className="chip">{text}</span>;
    case 'expires':
    case 'asOf':
      return <Time value={value} now={now} />;
    case 'dead':
    case 'growth':
      return <Bad bad={typeof value === 'number' && value > 0} text={text} />;
    default:
      return (
        <span className="text" title={text}>
          {text}
        </span>
      );
  }
}

function Risk({ row }: { row: BoardRow }) {
  const { level, reasons } = row.risk;
  const { icon: Icon, label } = RISK_LOOKS[level];
  return (
    <span className={`chip ${level}`} title={reasons.join('. ') || undefined}>
      <Icon size={14} aria-hidden />
      {label}
    </span>
  );
}

function Name({ row, to }: { row: BoardRow; to: string }) {
  const { name, state, message, fix } = row;
  const why = [message, fix].filter(Boolean).join('. ') || undefined;
  return (
    <>
      {/* The row is what Tab reaches. */}
      <Link className="text" to={to} tabIndex={-1} title={name}>
        {name}
      </Link>
      {state === 'stale' && (
        <span
          className="stale"
          role="img"
          aria-label={sourceStateLabel(state)}
          title={why ?? sourceStateLabel(state)}
        >
          <RiTimeLine size={16} aria-hidden />
        </span>
      )}
      {state !== 'ok' && state !== 'stale' && (
        <span className="chip warning" title={why}>
          {sourceStateLabel(state)}
        </span>
      )}
    </>
  );
}

function Time(props: { value: string | number | undefined; now: number }) {
  const time = Date.parse(String(props.value));
  if (Number.isNaN(time)) return <>{NO_DATA}</>;
  return (
    <time
      dateTime={new Date(time).toISOString()}
      title={formatTimeTooltip(time)}
    >
      {formatRelativeTime(time, props.now)}
    </time>
  );
}

function Bad({ bad, text }: { bad: boolean; text: string }) {
  if (!bad) return <>{text}</>;
  return (
    <strong className="bad">
      <RiAlertFill size={14} aria-hidden />
      {text}
    </strong>
  );
}
