import { BoardResponse, BoardRow } from '@slipway/plugin-queues-common';

/** What the widget has to say about the queues of a person's teams. */
export interface DeadLettersOfTeams {
  /** Queues with dead letters, the riskiest first. */
  readonly rows: readonly BoardRow[];
  /** Queues that could not be read: whether they have dead letters is not known. */
  readonly unknown: readonly BoardRow[];
  /** Whether the teams own any queue at all. */
  readonly ownsQueues: boolean;
}

/** How many dead letters a row of the board stands for; undefined when that could not be read. */
export function deadLettersOf(row: BoardRow): number | undefined {
  if (row.isDlq) {
    return row.visible;
  }
  return row.dlq ? row.dlq.visible : 0;
}

/** Picks from the board what concerns dead letters of the caller's own teams. Pure. */
export function deadLettersOfTeams(board: BoardResponse): DeadLettersOfTeams {
  const mine = new Set(board.mine);
  const own = board.rows.filter(({ owner }) => mine.has(owner));
  const counted = own.map(row => ({ row, count: countOf(row) }));
  return {
    rows: counted
      .filter(({ count }) => count !== undefined && count > 0)
      .sort(
        (a, b) =>
          b.row.risk.score - a.row.risk.score ||
          (b.count ?? 0) - (a.count ?? 0),
      )
      .map(({ row }) => row),
    unknown: counted
      .filter(({ count }) => count === undefined)
      .map(({ row }) => row),
    ownsQueues: own.length > 0,
  };
}

function countOf(row: BoardRow): number | undefined {
  const isRead = row.state === 'ok' || row.state === 'stale';
  return isRead ? deadLettersOf(row) : undefined;
}
