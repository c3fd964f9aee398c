import { setTimeout as sleep } from 'node:timers/promises';
import { at } from '../lib/at.mjs';

const PACE_MS = 10_000;
const WARM_MS = 15_000;
const WINDOW_MS = 40_000;
const PAGES = {
  card: 'slipway-queues/v1/entities/component/default/go-worker/queues',
  board: 'slipway-queues/v1/queues',
};

async function read(portal, token, route) {
  const started = performance.now();
  const reply = await fetch(`${portal.backend}/api/${route}`, {
    headers: { Authorization: `Bearer ${token}` },
  });
  await reply.arrayBuffer();
  return { ok: reply.ok, ms: performance.now() - started };
}

/** One person with a card and the board open. */
async function view(portal, token, until, times) {
  await sleep(Math.random() * PACE_MS);
  while (Date.now() < until) {
    const next = Date.now() + PACE_MS;
    for (const [page, route] of Object.entries(PAGES)) {
      const { ok, ms } = await read(portal, token, route).catch(() => ({}));
      if (ok) times[page].push(ms);
      else times.failed += 1;
    }
    await sleep(Math.max(0, next - Date.now()));
  }
}

/** Upstream calls by now, of all operations. */
export async function upstreamCalls(portal) {
  const reply = await fetch(`${portal.control}/api/calls`);
  return (await reply.json()).total;
}

/** What a window with so many viewers costs, after one that warms the caches. */
export async function measureViewers(portal, { token, backend, viewers }) {
  const warm = Date.now() + WARM_MS;
  const until = warm + WINDOW_MS;
  const times = { card: [], board: [], failed: 0 };
  const all = Array.from({ length: viewers }, () =>
    view(portal, token, until, times),
  );
  await sleep(warm - Date.now());
  backend.resetPeak();
  Object.assign(times, { card: [], board: [], failed: 0 });
  const before = {
    calls: await upstreamCalls(portal),
    cpu: backend.cpuSeconds(),
    at: Date.now(),
  };
  await sleep(until - Date.now());
  const minutes = (Date.now() - before.at) / 60_000;
  const calls = ((await upstreamCalls(portal)) - before.calls) / minutes;
  const cpu = (backend.cpuSeconds() - before.cpu) / minutes;
  await Promise.all(all);
  const reads = times.card.length + times.board.length + times.failed;
  return {
    viewers,
    'failed %': Math.round((100 * times.failed) / reads),
    'calls/min': Math.round(calls),
    'card p50 ms': at(times.card, 0.5),
    'card p95 ms': at(times.card, 0.95),
    'board p50 ms': at(times.board, 0.5),
    'board p95 ms': at(times.board, 0.95),
    'backend CPU s/min': Number(cpu.toFixed(1)),
    'backend peak MiB': backend.peakMiB(),
  };
}
