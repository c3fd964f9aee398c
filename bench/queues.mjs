import { setTimeout as sleep } from 'node:timers/promises';
import { startPortal } from '../scripts/lib/portal.mjs';
import { at } from './lib/at.mjs';
import { bound } from './lib/bound.mjs';
import { signInOnceKnown, useMemory } from './lib/prepare.mjs';
import { watchBackend } from './queues/backendUsage.mjs';
import { measureBrowser } from './queues/measureBrowser.mjs';
import { measureViewers, upstreamCalls } from './queues/measureViewers.mjs';
import { createNaiveClient } from './queues/naiveClient.mjs';

export const description =
  '1,000 and 5,000 queues × 1 and 50 viewers against a client that reads per page: calls, times, CPU, memory, browser';

const VIEWERS = 50;
/** `QUEUES=200,1000` is a quick look. */
const SIZES = (process.env.QUEUES ?? '1000,5000').split(',').map(Number);
/** A slow machine measures as many queues as its catalog takes in this time. */
const LONGEST_WAIT_MS = 240_000;
/** An open page reads again each 10 s. */
const READS_PER_MINUTE = 6;
/** What a board without Slipway is measured on, at most; the rest is by proportion. */
const SAMPLE = 500;
/** A catalog writes an owner anew for each thing that it gets; a company of 5,000 queues has many teams. */
const OWNERS = Array.from({ length: 50 }, (_, index) => `team-${index}`);
const CARD_QUEUES = ['dev-orders-created'];

async function seed(portal, queues) {
  const reply = await fetch(`${portal.control}/api/fleet`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ environment: 'dev', queues, owners: OWNERS }),
  });
  if (!reply.ok) throw new Error(await reply.text());
}

/** Asks until `isDone`, or for as long as a bench should take; gives the last answer. */
async function until(portal, token, route, isDone) {
  const deadline = Date.now() + LONGEST_WAIT_MS;
  for (;;) {
    const reply = await fetch(`${portal.backend}/api/${route}`, {
      headers: { Authorization: `Bearer ${token}` },
    });
    const answer = reply.ok ? await reply.json() : undefined;
    if (answer && (isDone(answer) || Date.now() > deadline)) return answer;
    await sleep(3_000);
  }
}

const withNumbers = ({ rows }) => rows.filter(row => row.state === 'ok').length;

/** Waits until the catalog, and then the board, have all queues; gives how many they have. */
async function untilShown(portal, token, queues) {
  await until(
    portal,
    token,
    'catalog/entities/by-query?limit=0&filter=spec.type=sqs-queue',
    ({ totalItems }) => totalItems >= queues * 1.2,
  );
  const board = await until(
    portal,
    token,
    'slipway-queues/v1/queues',
    answer => withNumbers(answer) >= queues,
  );
  return Math.min(queues, withNumbers(board));
}

/** What the same pages cost when each reads for itself. */
async function measureNaive(portal, queues) {
  const state = await (await fetch(`${portal.control}/api/state`)).json();
  const { readPage } = await createNaiveClient(state.urls.aws);
  const timed = async names => {
    const started = performance.now();
    await readPage(names);
    return performance.now() - started;
  };
  const before = await upstreamCalls(portal);
  const cards = await Promise.all(
    Array.from({ length: VIEWERS }, () => timed(CARD_QUEUES)),
  );
  const afterCards = await upstreamCalls(portal);
  const length = Math.min(SAMPLE, queues);
  const sample = Array.from(
    { length },
    (_, index) => `dev-fleet-${String(index).padStart(5, '0')}`,
  );
  const board = (await timed(sample)) * (queues / length);
  const boardCalls =
    ((await upstreamCalls(portal)) - afterCards) * (queues / length);
  const perRead = (afterCards - before) / VIEWERS + boardCalls;
  return {
    queues,
    client: 'per page',
    viewers: VIEWERS,
    'calls/min': Math.round(perRead * READS_PER_MINUTE * VIEWERS),
    'card p50 ms': at(cards, 0.5),
    'card p95 ms': at(cards, 0.95),
    'board p50 ms': Math.round(board),
  };
}

async function measureFleet(portal, { token, backend, queues: wanted }) {
  await seed(portal, wanted);
  const queues = await untilShown(portal, token, wanted);
  const slipway = { queues, client: 'Slipway' };
  const measured = viewers =>
    measureViewers(portal, { token, backend, viewers });
  const one = { ...slipway, ...(await measured(1)) };
  const many = { ...slipway, ...(await measured(VIEWERS)) };
  const browser = await measureBrowser(portal);
  const naive = await measureNaive(portal, queues);
  return { one: { ...one, ...browser }, many, naive };
}

function boundsOf(small, large) {
  const ratio = (a, b, column) => a[column] / Math.max(1, b[column]);
  return [
    ...[small, large].flatMap(({ one, many, naive }) => [
      bound(
        `${one.queues} queues: calls with ${VIEWERS} viewers ÷ calls with 1`,
        ratio(many, one, 'calls/min'),
        1.15,
      ),
      bound(
        `${one.queues} queues: calls of ${VIEWERS} viewers ÷ those of a client per page`,
        ratio(many, naive, 'calls/min'),
        0.02,
      ),
      bound(
        `${one.queues} queues: board of 1 viewer ÷ that of a client per page, p50`,
        ratio(one, naive, 'board p50 ms'),
        0.2,
      ),
    ]),
    bound(
      'first row with the most queues ÷ that with the fewest',
      ratio(large.one, small.one, 'first row ms'),
      3,
    ),
    bound(
      'frames longer than 50 ms while scrolling the most queues, %',
      large.one['slow frames %'],
      5,
    ),
    bound(
      'reads that failed, with the most queues and viewers, %',
      large.many['failed %'],
      1,
    ),
    bound(
      'peak memory with the most queues ÷ that with the fewest',
      ratio(large.many, small.many, 'backend peak MiB'),
      2,
    ),
  ];
}

export async function run() {
  await useMemory();
  // Read by Backstage's configuration; the world is no account of anybody.
  process.env.APP_CONFIG_slipway_catalog_queues_callsPerSecond = '500';
  // The demo reads its catalog anew each 5 s, which nobody does who has thousands of entities: it took all of a core.
  process.env.APP_CONFIG_catalog_processingInterval = '{ "minutes": 30 }';
  const portal = await startPortal();
  try {
    const { token } = await signInOnceKnown(portal);
    const backend = watchBackend(portal);
    const measured = [];
    for (const queues of SIZES) {
      measured.push(await measureFleet(portal, { token, backend, queues }));
    }
    const [small, large] = [measured[0], measured.at(-1)];
    return {
      rows: measured.flatMap(({ one, many, naive }) => [one, many, naive]),
      bounds: boundsOf(small, large),
    };
  } finally {
    await portal.stop();
  }
}
