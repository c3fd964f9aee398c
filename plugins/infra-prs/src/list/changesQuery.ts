import {
  RISK_SEVERITIES,
  RiskSeverity,
} from '@slipway/plugin-infra-prs-common';
import { CHANGE_COLUMN_IDS, ChangeColumnId } from './columnIds';

/** Whose changes: what waits for the person, what they asked for, what their teams own, all. */
export const CHANGE_VIEWS = ['waiting', 'mine', 'team', 'all'] as const;
export type ChangeView = (typeof CHANGE_VIEWS)[number];

/** Where changes stand. */
export const CHANGE_STATES = [
  'open',
  'merged',
  'closed',
  'failed',
  'all',
] as const;
export type StateFilter = (typeof CHANGE_STATES)[number];

export interface ChangeSort {
  readonly column: ChangeColumnId;
  readonly descending: boolean;
}

/** What the list shows and how: everything of it is in the URL. */
export interface ChangesQuery {
  /** Undefined for what has most to do with the person. */
  readonly view?: ChangeView;
  /** Undefined for what fits the view. */
  readonly state?: StateFilter;
  /** Words that a change has to have. */
  readonly text: string;
  readonly environment?: string;
  /** Entity ref of the owner. */
  readonly owner?: string;
  /** At least as bad. */
  readonly risk?: RiskSeverity;
  /** Undefined for open ones first, the newest first. */
  readonly sort?: ChangeSort;
}

function oneOf<T extends string>(
  values: readonly T[],
  value: string | null,
): T | undefined {
  return values.find(known => known === value);
}

function parseSort(value: string | null): ChangeSort | undefined {
  const column = oneOf(CHANGE_COLUMN_IDS, value?.replace(/^-/, '') ?? null);
  return column && { column, descending: value?.startsWith('-') ?? false };
}

/** Reads the list's parameters; what makes no sense is left out. */
export function parseChangesQuery(parameters: URLSearchParams): ChangesQuery {
  return {
    view: oneOf(CHANGE_VIEWS, parameters.get('view')),
    state: oneOf(CHANGE_STATES, parameters.get('state')),
    text: parameters.get('q') ?? '',
    environment: parameters.get('env') || undefined,
    owner: parameters.get('owner') || undefined,
    risk: oneOf(RISK_SEVERITIES, parameters.get('risk')),
    sort: parseSort(parameters.get('sort')),
  };
}

/** The shortest parameters that mean a query. */
export function formatChangesQuery(query: ChangesQuery): URLSearchParams {
  const { sort } = query;
  const values: Record<string, string | undefined> = {
    view: query.view,
    state: query.state,
    q: query.text,
    env: query.environment,
    owner: query.owner,
    risk: query.risk,
    sort: sort && `${sort.descending ? '-' : ''}${sort.column}`,
  };
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) {
    if (value) parameters.set(name, value);
  }
  return parameters;
}

/** Who asked for something wants to see also what became of it; for the others, what is over is no more than history. */
export function stateOfView(
  view: ChangeView,
  state: StateFilter | undefined,
): StateFilter {
  if (view === 'waiting') return 'open';
  return state ?? (view === 'mine' ? 'all' : 'open');
}
