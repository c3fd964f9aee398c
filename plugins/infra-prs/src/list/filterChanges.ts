import {
  ChangeRequest,
  ChangeRequestList,
  isAtLeast,
} from '@slipway/plugin-infra-prs-common';
import { ChangesQuery, ChangeView, StateFilter } from './changesQuery';

/** Whether a change belongs to a view. */
export function isInView(
  view: ChangeView,
  item: ChangeRequest,
  mine: ChangeRequestList['mine'],
): boolean {
  switch (view) {
    case 'waiting':
      return item.viewer.task !== undefined;
    case 'mine':
      return item.viewer.isRequester;
    case 'team':
      return item.owner !== undefined && mine.includes(item.owner);
    default:
      return true;
  }
}

function isInState(state: StateFilter, item: ChangeRequest): boolean {
  if (state === 'all') return true;
  return state === 'failed'
    ? item.lifeState === 'failed'
    : item.state === state;
}

function searched(item: ChangeRequest): string {
  return [
    `#${item.number}`,
    item.title,
    item.entityRef,
    item.owner,
    item.author,
    ...item.requesters,
    ...item.environments,
  ]
    .join(' ')
    .toLowerCase();
}

/** The changes that a query means, in the order in which they were. */
export function filterChanges(
  { items, mine }: ChangeRequestList,
  query: ChangesQuery,
  where: { readonly view: ChangeView; readonly state: StateFilter },
): ChangeRequest[] {
  const words = query.text.toLowerCase().split(/\s+/).filter(Boolean);
  const { environment, owner, risk } = query;
  return items.filter(
    item =>
      isInView(where.view, item, mine) &&
      isInState(where.state, item) &&
      (!environment || item.environments.includes(environment)) &&
      (!owner || item.owner === owner) &&
      (!risk || (item.risk && isAtLeast(item.risk.severity, risk))) &&
      words.every(word => searched(item).includes(word)),
  );
}
