import { BoardRow } from '@slipway/plugin-queues-common';
import {
  formatDuration,
  formatNumber,
  formatRate,
  refName,
} from '@slipway/platform-react';
import { drainShort } from '../words/drainWords';
import { BOARD_COLUMN_IDS, BoardColumnId } from './columnIds';
import { drainOrder } from './drainOrder';

type Value = string | number | undefined;

/** A column of the board: how it sorts, what it says, and what a file gets of it. */
export interface BoardColumn {
  readonly id: BoardColumnId;
  readonly title: string;
  /** Pixels, at least. */
  readonly width: number;
  /** Share of the room that is left; default none. */
  readonly grow?: number;
  readonly numeric?: boolean;
  /** What it sorts by. */
  value(row: BoardRow): Value;
  /** Default: the value. */
  text?(row: BoardRow): string;
  /** Fields of a file, with the unit in the name; default one field with the value. */
  readonly csv?: Readonly<Record<string, (row: BoardRow) => Value>>;
}

type Definition = Omit<BoardColumn, 'id'>;

function number(
  title: string,
  unit: string,
  value: (row: BoardRow) => number | undefined,
  format: (value: number | undefined) => string,
): Definition {
  return {
    title,
    width: 96,
    numeric: true,
    value,
    text: row => format(value(row)),
    csv: { [`${title} (${unit})`]: value },
  };
}

const count = (title: string, value: (row: BoardRow) => number | undefined) =>
  number(title, 'messages', value, formatNumber);
const duration = (
  title: string,
  value: (row: BoardRow) => number | undefined,
) => number(title, 's', value, formatDuration);
const rate = (title: string, value: (row: BoardRow) => number | undefined) =>
  number(title, 'messages/s', value, formatRate);
const time = (title: string, value: (row: BoardRow) => string | undefined) => ({
  title,
  width: 120,
  value,
  csv: { [`${title} (ISO 8601)`]: value },
});

function deadLetters({ dlq, isDlq, visible }: BoardRow): number | undefined {
  return isDlq ? visible : dlq?.visible;
}

/** With how many more there are than an hour ago: `42 (+12)`. */
function deadLettersText(row: BoardRow): string {
  const growth = row.dlq?.grownLastHour ?? 0;
  const dead = formatNumber(deadLetters(row));
  return growth > 0 ? `${dead} (+${formatNumber(growth)})` : dead;
}

const DEFINITIONS: Readonly<Record<BoardColumnId, Definition>> = {
  risk: {
    title: 'Risk',
    width: 104,
    // Within and across levels, as the server ranks.
    value: ({ risk }) => risk.score,
    csv: {
      Risk: ({ risk }) => risk.level,
      'Risk score (0 to 100)': ({ risk }) => risk.score,
    },
  },
  name: {
    title: 'Queue',
    width: 220,
    grow: 2,
    value: ({ name }) => name,
  },
  environment: {
    title: 'Environment',
    width: 112,
    value: ({ environment }) => environment,
  },
  owner: {
    title: 'Team',
    width: 96,
    grow: 1,
    value: ({ owner }) => refName(owner),
    csv: { Team: ({ owner }) => owner },
  },
  system: {
    title: 'System',
    width: 96,
    grow: 1,
    value: ({ system }) => system && refName(system),
    csv: { System: ({ system }) => system },
  },
  dead: {
    ...count('Dead letters', deadLetters),
    width: 124,
    text: row => deadLettersText(row),
  },
  growth: {
    ...count('Last hour', ({ dlq }) => dlq?.grownLastHour),
    csv: {
      'Dead letters of the last hour (messages)': ({ dlq }) =>
        dlq?.grownLastHour,
    },
  },
  expires: time('Oldest expires', ({ dlq }) => dlq?.expires),
  waiting: count('Waiting', ({ visible }) => visible),
  inFlight: count('In flight', ({ inFlight }) => inFlight),
  delayed: count('Delayed', ({ delayed }) => delayed),
  oldest: duration('Oldest', ({ oldestAgeSeconds }) => oldestAgeSeconds),
  objective: duration('Objective', row => row.ageObjectiveSeconds),
  drain: {
    title: 'Drain time',
    width: 104,
    numeric: true,
    value: ({ drain }) => drainOrder(drain),
    text: ({ drain }) => drainShort(drain),
    csv: {
      'Drain time (s)': ({ drain }) => drain?.seconds,
      Trend: ({ drain }) => drain?.trend,
    },
  },
  sent: rate('Sent', ({ sentPerSecond }) => sentPerSecond),
  received: rate('Received', ({ receivedPerSecond }) => receivedPerSecond),
  warnings: {
    title: 'Warnings',
    width: 88,
    numeric: true,
    value: ({ warnings }) => warnings,
  },
  why: {
    title: 'Why',
    width: 240,
    grow: 2,
    value: ({ risk, message }) =>
      [...risk.reasons, message].filter(Boolean).join('; ') || undefined,
  },
  asOf: time('As of', ({ asOf }) => asOf),
};

const COLUMNS = BOARD_COLUMN_IDS.map(id => ({ id, ...DEFINITIONS[id] }));

/** @internal */
export function boardColumn(id: BoardColumnId): BoardColumn {
  return { id, ...DEFINITIONS[id] };
}

/** The columns of these ids, in the order of the board. */
export function boardColumns(ids: readonly BoardColumnId[]): BoardColumn[] {
  return COLUMNS.filter(({ id }) => ids.includes(id));
}
