/** All columns of the board, in the order in which they are shown. */
export const BOARD_COLUMN_IDS = [
  'risk',
  'name',
  'environment',
  'owner',
  'system',
  'dead',
  'growth',
  'expires',
  'waiting',
  'inFlight',
  'delayed',
  'oldest',
  'objective',
  'drain',
  'sent',
  'received',
  'warnings',
  'why',
  'asOf',
] as const;

/** @internal */
export type BoardColumnId = (typeof BOARD_COLUMN_IDS)[number];

/** What is shown to who chose nothing. */
export const DEFAULT_COLUMNS: readonly BoardColumnId[] = [
  'risk',
  'name',
  'environment',
  'owner',
  'dead',
  'expires',
  'waiting',
  'oldest',
  'drain',
  'warnings',
];
