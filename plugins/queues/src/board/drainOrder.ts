import { BoardRow } from '@slipway/plugin-queues-common';

/** Sorts drain times: empty, by seconds, steady, growing. */
export function drainOrder(drain: BoardRow['drain']): number | undefined {
  switch (drain?.trend) {
    case 'empty':
      return 0;
    case 'draining':
      return drain.seconds ?? Number.MAX_SAFE_INTEGER;
    case 'steady':
      return Number.MAX_VALUE;
    case 'growing':
      return Infinity;
    default:
      return undefined;
  }
}
