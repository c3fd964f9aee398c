import {
  ChangeRequest,
  RISK_SEVERITIES,
} from '@slipway/plugin-infra-prs-common';
import { stageWords } from '../words/stageWords';
import { waitWords } from '../words/taskWords';
import { CHANGE_COLUMN_IDS, ChangeColumnId } from './columnIds';

/** A column of the list. */
export interface ChangeColumn {
  readonly id: ChangeColumnId;
  readonly title: string;
  /** Pixels, at least. */
  readonly width: number;
  /** Share of the room that is left. */
  readonly grow?: number;
  /** Of columns that do not fit, that of the highest rank goes first; those without stay. */
  readonly rank?: number;
  /** What it is sorted by. */
  key(item: ChangeRequest): string | number | undefined;
  /** The first click shows the highest first. */
  readonly highFirst?: boolean;
}

function weightOf({ totals }: ChangeRequest): number | undefined {
  if (!totals) return undefined;
  return totals.create + totals.update + 100 * (totals.replace + totals.delete);
}

const CHECKS = ['none', 'passed', 'unknown', 'pending', 'failed'];

const columns: Readonly<Record<ChangeColumnId, Omit<ChangeColumn, 'id'>>> = {
  change: {
    title: 'Change',
    width: 230,
    grow: 3,
    key: item => item.title,
  },
  stage: { title: 'Stage', width: 124, key: stageWords },
  waits: { title: 'Waits for', width: 136, grow: 2, key: waitWords },
  plan: { title: 'Plan', width: 96, key: weightOf, highFirst: true },
  risk: {
    title: 'Risk',
    width: 92,
    key: ({ risk }) =>
      risk && RISK_SEVERITIES.length - RISK_SEVERITIES.indexOf(risk.severity),
    highFirst: true,
  },
  checks: {
    title: 'Checks',
    width: 124,
    rank: 2,
    key: ({ checks }) => CHECKS.indexOf(checks.state),
    highFirst: true,
  },
  requester: {
    title: 'Who asked',
    width: 132,
    rank: 1,
    key: item => item.requesters.at(0) ?? item.author,
  },
  age: {
    title: 'Since',
    width: 96,
    key: item => Date.parse(sinceOf(item)),
    highFirst: true,
  },
};

/** Since when it stands where it does. */
export function sinceOf(item: ChangeRequest): string {
  return item.stageSince ?? item.mergedAt ?? item.updatedAt;
}

/** All columns. */
export const CHANGE_COLUMNS: readonly ChangeColumn[] = CHANGE_COLUMN_IDS.map(
  id => ({ id, ...columns[id] }),
);

/** The columns for which there is room; without a known width all of them. */
export function columnsFor(width: number | undefined): readonly ChangeColumn[] {
  let shown = CHANGE_COLUMNS;
  if (!width) return shown;
  const needed = () => shown.reduce((sum, column) => sum + column.width, 0);
  while (needed() > width && shown.some(column => column.rank)) {
    const last = Math.max(...shown.map(({ rank = 0 }) => rank));
    shown = shown.filter(({ rank }) => rank !== last);
  }
  return shown;
}
