import { setTimeout as sleep } from 'node:timers/promises';
import { at } from '../lib/at.mjs';
import { watchCalls } from './githubCalls.mjs';
import { readAnswer, readRoute } from './readRoute.mjs';

const LIST = 'pull-requests?state=all';
const WARM_READS = 20;
const VIEWERS = 50;
/** Something may really have changed between two reads. */
const TRIES = 5;
/** So long a list may take to know the checks of what is open. */
const LONGEST_FILL_MS = 180_000;

const isWhole = ({ items }) =>
  items.every(item => item.state !== 'open' || item.checks.state !== 'unknown');

/** Reads until all that was seeded is listed, and nothing that is open lacks its checks. */
async function untilWhole(viewer, requests) {
  const started = Date.now();
  for (;;) {
    const { body } = await readAnswer(viewer, LIST);
    const { items } = body;
    const isDone = items.length >= requests && isWhole(body);
    if (isDone) return { items, seconds: (Date.now() - started) / 1000 };
    if (Date.now() - started > LONGEST_FILL_MS) return { items, seconds: NaN };
    await sleep(1_000);
  }
}

/** The first answer, however often a page has to ask for it: who waits does not care. */
async function readFirst(viewer) {
  const started = performance.now();
  for (;;) {
    const answer = await readRoute(viewer, LIST);
    const ms = performance.now() - started;
    if (answer.status === 200) return { ...answer, ms };
    if (answer.status !== 503 || ms > LONGEST_FILL_MS) {
      throw new Error(`The list answered ${answer.status}`);
    }
    await sleep(1_000);
  }
}

/** The first read of a list of so many at least after the portal started, and until it is whole. */
export async function measureColdList(viewer, least) {
  const count = await watchCalls(viewer.portal);
  const first = await readFirst(viewer);
  const { items, seconds } = await untilWhole(viewer, least);
  const calls = await count();
  return {
    requests: items.length,
    open: items.filter(({ state }) => state === 'open').length,
    'cold ms': Math.round(first.ms),
    'whole after s': Number(seconds.toFixed(1)),
    'cold calls': calls.all,
  };
}

/** Bytes of an answer that is the one before; the whole of it where the portal never says so. */
async function readUnchanged(viewer) {
  let last = await readAnswer(viewer, LIST);
  for (let tries = 0; tries < TRIES; tries += 1) {
    const next = await readRoute(viewer, LIST, last.etag);
    if (next.status === 304) return next.wire;
    last = next;
  }
  return last.wire;
}

/** Reads by one viewer after the other, and by 50 within the pace at which pages ask. */
export async function measureWarmList(viewer) {
  const times = [];
  let last;
  for (let read = 0; read < WARM_READS; read += 1) {
    last = await readAnswer(viewer, LIST);
    times.push(last.ms);
    await sleep(200);
  }
  const crowded = await Promise.all(
    Array.from({ length: VIEWERS }, async (_, index) => {
      await sleep((index / VIEWERS) * 10_000);
      return (await readAnswer(viewer, LIST)).ms;
    }),
  );
  const unchanged = await readUnchanged(viewer);
  return {
    'p50 ms': at(times, 0.5),
    'p95 ms': at(times, 0.95),
    '50 viewers p50': at(crowded, 0.5),
    '50 viewers p95': at(crowded, 0.95),
    KiB: Math.round(last.bytes / 1024),
    'gzip KiB': Math.round(last.wire / 1024),
    // What a page gets that asks again when nothing has changed.
    'unchanged bytes': unchanged,
  };
}
