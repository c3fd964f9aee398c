import {
  formatCsv,
  formatDuration,
  formatPercent,
} from '@slipway/platform-react';
import {
  DoraFigures,
  DoraSpread,
  FEWEST_FOR_P90,
} from '@slipway/plugin-infra-prs-common';
import { FigureGroup } from './figureGroups';

/** `4 h, 9 in 10 within 2 d`; honest about few values. */
export function spreadText({ count, median, p90 }: DoraSpread): string {
  if (median === undefined) return 'no changes';
  if (p90 !== undefined) {
    return `${formatDuration(median)}, 9 in 10 within ${formatDuration(p90)}`;
  }
  return `${formatDuration(median)} (${count} ${
    count === 1 ? 'change' : 'changes'
  }: too few for a percentile, which takes ${FEWEST_FOR_P90})`;
}

/** `20 % (1 of 5)`. */
export function rateText({ failed, merged, failureRate }: DoraFigures): string {
  return failureRate === undefined
    ? 'nothing merged'
    : `${formatPercent(failureRate)} (${failed} of ${merged})`;
}

/** `3 in the period, 0.7 a week`. */
export function frequencyText({ live, perWeek }: DoraFigures): string {
  return `${live}, ${Number(perWeek.toPrecision(2))} a week`;
}

/** Figures of groups as CSV, without what a spreadsheet would run; times in seconds. */
export async function figuresCsv(
  grouping: string,
  groups: readonly FigureGroup[],
): Promise<string> {
  const head = [
    grouping,
    'live',
    'live per week',
    'lead time median (s)',
    'lead time p90 (s)',
    'review wait median (s)',
    'review wait p90 (s)',
    'merged',
    'failed',
    'failure rate',
  ];
  const rows = groups.map(each => [
    each.name || `no ${grouping}`,
    each.live,
    each.perWeek,
    each.leadTime.median,
    each.leadTime.p90,
    each.reviewWait.median,
    each.reviewWait.p90,
    each.merged,
    each.failed,
    each.failureRate,
  ]);
  return formatCsv(head, rows);
}
