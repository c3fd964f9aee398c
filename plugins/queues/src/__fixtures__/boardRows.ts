import { BoardResponse, BoardRow } from '@slipway/plugin-queues-common';

/** A row of the board that nothing is wrong with. */
export function boardRow(
  name: string,
  changes: Partial<BoardRow> = {},
): BoardRow {
  return {
    id: `id-${name}-${changes.environment ?? 'prod'}`,
    entityRef: `resource:default/${name}`,
    name,
    environment: 'prod',
    owner: 'group:default/orders',
    system: 'system:default/shop',
    fifo: name.endsWith('.fifo'),
    state: 'ok',
    asOf: new Date().toISOString(),
    visible: 0,
    inFlight: 0,
    delayed: 0,
    warnings: 0,
    drain: { trend: 'empty' },
    dlq: { name: `${name}-dlq`, visible: 0, grownLastHour: 0 },
    risk: { level: 'ok', score: 0, reasons: [] },
    ...changes,
  };
}

const TEAMS = ['orders', 'payments', 'shipping', 'search', 'accounts'];
const WORK = ['created', 'paid', 'emails', 'refunds', 'labels', 'index'];
const HOUR = 3_600_000;

function failing(index: number): Partial<BoardRow> {
  const dead = (index * 37) % 900;
  return {
    visible: dead * 3,
    oldestAgeSeconds: dead * 12,
    sentPerSecond: 4.2,
    receivedPerSecond: 1.1,
    drain: { trend: 'growing', netPerSecond: 3.1 },
    dlq: {
      name: 'dlq',
      visible: dead + 1,
      grownLastHour: dead % 40,
      expires: new Date(Date.now() + (3 + (dead % 90)) * HOUR).toISOString(),
    },
    warnings: index % 3,
    risk: {
      level: dead > 700 ? 'critical' : 'warning',
      score: Math.round(dead / 9),
      reasons: [`${dead + 1} dead letters, ${dead % 40} more than an hour ago`],
    },
  };
}

function working(index: number): Partial<BoardRow> {
  const visible = (index * 13) % 400;
  return {
    visible,
    inFlight: visible % 7,
    oldestAgeSeconds: visible / 4,
    sentPerSecond: visible / 40,
    receivedPerSecond: visible / 38,
    drain:
      visible > 0
        ? { trend: 'draining', seconds: visible * 3, netPerSecond: -0.3 }
        : { trend: 'empty' },
    warnings: index % 11 === 0 ? 1 : 0,
  };
}

const unreadable: Partial<BoardRow> = {
  state: 'forbidden',
  visible: undefined,
  inFlight: undefined,
  delayed: undefined,
  drain: undefined,
  dlq: undefined,
  message: 'AWS denied sqs:GetQueueAttributes',
  fix: 'Allow sqs:GetQueueAttributes in the role of the portal',
  risk: { level: 'unknown', score: 0, reasons: ['No numbers: AWS denied it'] },
};

/** A board of many queues, the riskiest first; the same rows each time. */
export function boardOf(count: number): BoardResponse {
  const rows = Array.from({ length: count }, (_, index) => {
    const team = TEAMS[index % TEAMS.length];
    const environment = ['prod', 'staging', 'dev'][index % 3];
    const work = WORK[index % WORK.length];
    let state = working(index);
    if (index % 20 === 3) state = failing(index);
    if (index % 97 === 50) state = unreadable;
    return boardRow(`${environment}-${team}-${work}-${index}`, {
      environment,
      owner: `group:default/${team}`,
      system: `system:default/${team === 'accounts' ? 'identity' : 'shop'}`,
      ...state,
    });
  });
  rows.sort((a, b) => b.risk.score - a.risk.score);
  return { rows, sources: [], mine: ['group:default/orders'] };
}
