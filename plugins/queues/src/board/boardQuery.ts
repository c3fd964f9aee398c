import { RISK_LEVELS } from '@slipway/plugin-queues-common';
import { BOARD_COLUMN_IDS, BoardColumnId } from './columnIds';

/** @internal */
export type RiskLevel = (typeof RISK_LEVELS)[number];

/** Stands for all teams of the person. */
export const MY_TEAMS = 'mine';

/** What the board shows and how: everything of it is in the URL. */
export interface BoardQuery {
  /** Part of a name. */
  readonly text: string;
  /** Owner ref, or {@link MY_TEAMS}. */
  readonly team?: string;
  /** System ref. */
  readonly system?: string;
  readonly environment?: string;
  /** Empty for all. */
  readonly risks: readonly RiskLevel[];
  readonly sort: BoardSort;
  /** Undefined for the columns that the person chose before. */
  readonly columns?: readonly BoardColumnId[];
}

/** @internal */
export interface BoardSort {
  readonly column: BoardColumnId;
  readonly descending: boolean;
}

export const DEFAULT_SORT: BoardSort = { column: 'risk', descending: true };

function isColumn(id: string): id is BoardColumnId {
  return BOARD_COLUMN_IDS.some(known => known === id);
}

function parseSort(value: string | null): BoardSort {
  const descending = value?.startsWith('-') ?? false;
  const column = value?.replace(/^-/, '') ?? '';
  return isColumn(column) ? { column, descending } : DEFAULT_SORT;
}

/** Reads the board's parameters; what makes no sense is left out. */
export function parseBoardQuery(parameters: URLSearchParams): BoardQuery {
  const risks = (parameters.get('risk') ?? '').split(',');
  const columns = (parameters.get('cols') ?? '').split(',').filter(isColumn);
  return {
    text: parameters.get('q') ?? '',
    team: parameters.get('team') || undefined,
    system: parameters.get('system') || undefined,
    environment: parameters.get('env') || undefined,
    risks: RISK_LEVELS.filter(level => risks.includes(level)),
    sort: parseSort(parameters.get('sort')),
    columns: columns.length > 0 ? columns : undefined,
  };
}

/** The shortest parameters that mean a query; the same query gives the same text. */
export function formatBoardQuery(query: BoardQuery): URLSearchParams {
  const { column, descending } = query.sort;
  const isDefault =
    column === DEFAULT_SORT.column && descending === DEFAULT_SORT.descending;
  const values: Record<string, string | undefined> = {
    q: query.text,
    team: query.team,
    system: query.system,
    env: query.environment,
    risk: query.risks.join(','),
    sort: isDefault ? undefined : `${descending ? '-' : ''}${column}`,
    cols: query.columns?.join(','),
  };
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) {
    if (value) parameters.set(name, value);
  }
  return parameters;
}
