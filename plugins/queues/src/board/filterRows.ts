import { BoardRow } from '@slipway/plugin-queues-common';
import { BoardQuery, MY_TEAMS } from './boardQuery';

/** The rows that a query means, but for its risks: those are counted over what this leaves. */
export function filterRows(
  rows: readonly BoardRow[],
  query: BoardQuery,
  mine: readonly string[],
): BoardRow[] {
  const words = query.text.toLowerCase().split(/\s+/).filter(Boolean);
  const teams = query.team === MY_TEAMS ? mine : query.team && [query.team];
  return rows.filter(
    row =>
      (!teams || teams.includes(row.owner)) &&
      (!query.system || row.system === query.system) &&
      (!query.environment || row.environment === query.environment) &&
      words.every(word => searched(row).includes(word)),
  );
}

function searched({ name, dlq, owner, system }: BoardRow): string {
  return `${name} ${dlq?.name ?? ''} ${owner} ${system ?? ''}`.toLowerCase();
}

/** The rows of the risks that a query means. */
export function ofRisks(
  rows: readonly BoardRow[],
  risks: BoardQuery['risks'],
): readonly BoardRow[] {
  return risks.length === 0
    ? rows
    : rows.filter(({ risk }) => risks.includes(risk.level));
}
