/** Columns of the list of changes, in the order in which they are shown. */
export const CHANGE_COLUMN_IDS = [
  'change',
  'stage',
  'waits',
  'plan',
  'risk',
  'checks',
  'requester',
  'age',
] as const;

export type ChangeColumnId = (typeof CHANGE_COLUMN_IDS)[number];
