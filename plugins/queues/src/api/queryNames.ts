/**
 * First part of the query keys of what is read, one for each read of {@link QueuesApi}; the second is the entity ref. An action
 * on a queue invalidates by these.
 */
export const queryNames = {
  queues: 'slipway-queues.queues',
  history: 'slipway-queues.history',
  topology: 'slipway-queues.topology',
  board: 'slipway-queues.board',
  cost: 'slipway-queues.cost',
  actions: 'slipway-queues.actions',
  peek: 'slipway-queues.peek',
  redrivePreview: 'slipway-queues.redrive-preview',
  redrives: 'slipway-queues.redrives',
} as const;
