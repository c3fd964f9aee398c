import { setTimeout as sleep } from 'node:timers/promises';
import { startPortal } from '../scripts/lib/portal.mjs';
import { signIn } from '../scripts/lib/signIn.mjs';

export const description =
  'upstream calls per minute with 1 and with 50 viewers of one entity page (must be equal)';

const ENTITY = 'component/default/go-worker';
/** What the overview and its tabs ask for, at the pace of an open page. */
const ROUTES = [
  `slipway-queues/v1/entities/${ENTITY}/queues`,
  `slipway-metrics/v1/entities/${ENTITY}/golden-signals?range=1h`,
  `slipway-deployments/v1/entities/${ENTITY}/deployments`,
  `slipway-infra-prs/v1/entities/${ENTITY}/pull-requests`,
];
const PACE_MS = 10_000;
const WINDOW_MS = 60_000;

async function view(portal, token, until, times) {
  await sleep(Math.random() * PACE_MS);
  while (Date.now() < until) {
    const started = performance.now();
    const replies = await Promise.all(
      ROUTES.map(route =>
        fetch(`${portal.backend}/api/${route}`, {
          headers: { Authorization: `Bearer ${token}` },
        }),
      ),
    );
    const bad = replies.find(reply => !reply.ok);
    if (bad) throw new Error(`${bad.url} answered ${bad.status}`);
    await Promise.all(replies.map(reply => reply.arrayBuffer()));
    times.push(performance.now() - started);
    await sleep(PACE_MS);
  }
}

async function calls(portal) {
  const reply = await fetch(`${portal.control}/api/calls`);
  const { total } = await reply.json();
  return total;
}

/** Upstream calls and page times in one window, after one that warms the caches. */
async function measure(portal, token, viewers) {
  const warm = Date.now() + 15_000;
  const until = warm + WINDOW_MS;
  const times = [];
  const all = Array.from({ length: viewers }, () =>
    view(portal, token, until, times),
  );
  await sleep(warm - Date.now());
  const before = await calls(portal);
  times.length = 0;
  await sleep(until - Date.now());
  const after = await calls(portal);
  await Promise.all(all);
  times.sort((a, b) => a - b);
  const at = share => Math.round(times[Math.floor(times.length * share)] ?? 0);
  return {
    viewers,
    'page loads': times.length,
    'upstream calls/min': after - before,
    'p50 ms': at(0.5),
    'p95 ms': at(0.95),
  };
}

export async function run() {
  const portal = await startPortal();
  try {
    const { token } = await signIn(portal, 'olivia');
    const idle = await calls(portal);
    await sleep(WINDOW_MS);
    const background = (await calls(portal)) - idle;
    const one = await measure(portal, token, 1);
    const fifty = await measure(portal, token, 50);
    const own = row => Math.max(1, row['upstream calls/min'] - background);
    const ratio = own(fifty) / own(one);
    return {
      rows: [{ viewers: 0, 'upstream calls/min': background }, one, fifty],
      bounds: [
        {
          name: 'calls with 50 viewers ÷ calls with 1, without the background',
          value: ratio.toFixed(2),
          // Equal but for where the window cuts a refresh.
          limit: '≤ 1.15',
          ok: ratio <= 1.15,
        },
      ],
    };
  } finally {
    await portal.stop();
  }
}
