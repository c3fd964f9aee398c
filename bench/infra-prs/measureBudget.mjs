import { setTimeout as sleep } from 'node:timers/promises';
import { watchCalls } from './githubCalls.mjs';
import { readAnswer } from './readRoute.mjs';

const WARM_MS = 10_000;
const WINDOW_MS = 60_000;
/** Of a token; a GitHub App has up to three times as much. 304s do not count. */
const PRIMARY_PER_HOUR = 5_000;
/** Points; a read is one. Whether 304s count GitHub does not say, so here they do. */
const SECONDARY_PER_MINUTE = 900;

/** One person whose pages ask for these; a page's first read is not at the others'. */
async function view(viewer, routes, { first, paceMs, until }) {
  await sleep(first);
  while (Date.now() < until) {
    const next = Date.now() + paceMs;
    for (const route of routes) await readAnswer(viewer, route);
    await sleep(Math.max(0, Math.min(next, until) - Date.now()));
  }
}

/** What a minute of so many viewers asks of GitHub, when each page reads again after `paceMs`. */
export async function measureBudget(viewer, { viewers, paceMs, routes }) {
  const until = Date.now() + WARM_MS + WINDOW_MS;
  const all = Array.from({ length: viewers }, (_, index) => {
    const first = (index / viewers) * paceMs;
    return view(viewer, routes, { first, paceMs, until });
  });
  await sleep(WARM_MS);
  const count = await watchCalls(viewer.portal);
  await sleep(until - Date.now());
  const calls = await count();
  await Promise.all(all);
  const share = (value, limit) => Number(((100 * value) / limit).toFixed(1));
  const [most] = calls.routes;
  return {
    viewers,
    'page asks each s': paceMs / 1000,
    'calls/min': calls.all,
    'of them 304': calls.unchanged,
    'charged/min': calls.charged,
    '% of 5,000/h': share(calls.charged * 60, PRIMARY_PER_HOUR),
    '% of 900/min': share(calls.all, SECONDARY_PER_MINUTE),
    'most of': most ? `${most[0]}: ${most[1]}` : '',
  };
}
