import { setTimeout as sleep } from 'node:timers/promises';
import { watchCalls } from './githubCalls.mjs';
import { readAnswer } from './readRoute.mjs';

/** Files, commits and checks. */
const CALLS_OF_A_ROW = 3;
const WARM_MS = 10_000;
const WINDOW_MS = 60_000;
/** Of a token; a GitHub App has up to three times as much. 304s do not count. */
const PRIMARY_PER_HOUR = 5_000;
/** Points; a read is one. Whether 304s count GitHub does not say, so here they do. */
const SECONDARY_PER_MINUTE = 900;

/** One person with the list of all changes in one tab and a change in another; a page's first read is not at the others'. */
async function view(viewer, routes, { first, paceMs, until }) {
  await sleep(first);
  while (Date.now() < until) {
    const next = Date.now() + paceMs;
    for (const route of routes) await readAnswer(viewer, route);
    await sleep(Math.max(0, Math.min(next, until) - Date.now()));
  }
}

/** Changes that are over and of which not all is read yet. */
async function countMissing(viewer) {
  const { body } = await readAnswer(viewer, 'pull-requests?state=all');
  return body.items.filter(
    ({ state, checks }) => state !== 'open' && checks.state === 'unknown',
  ).length;
}

/** What a minute of so many viewers asks of GitHub, when each page reads again after `paceMs`. */
export async function measureBudget(viewer, { viewers, paceMs, number }) {
  const routes = [
    'pull-requests?state=open',
    'pull-requests?state=all',
    `pull-requests/${number}`,
  ];
  const until = Date.now() + WARM_MS + WINDOW_MS;
  const all = Array.from({ length: viewers }, (_, index) => {
    const first = (index / viewers) * paceMs;
    return view(viewer, routes, { first, paceMs, until });
  });
  await sleep(WARM_MS);
  const missing = await countMissing(viewer);
  const count = await watchCalls(viewer.portal);
  await sleep(until - Date.now());
  const calls = await count();
  await Promise.all(all);
  // On the first day of a repository; each is read once and for all.
  const filled = (missing - (await countMissing(viewer))) * CALLS_OF_A_ROW;
  const own = calls.all - filled;
  const charged = Math.max(0, calls.charged - filled);
  const share = (value, limit) => Number(((100 * value) / limit).toFixed(1));
  const [most] = calls.routes;
  return {
    viewers,
    'page asks each s': paceMs / 1000,
    'calls/min': own,
    'of them 304': calls.unchanged,
    'charged/min': charged,
    '% of 5,000/h': share(charged * 60, PRIMARY_PER_HOUR),
    '% of 900/min': share(own, SECONDARY_PER_MINUTE),
    'first day/min': filled,
    'first day % of 5,000/h': share(filled * 60, PRIMARY_PER_HOUR),
    'most of': most ? `${most[0]}: ${most[1]}` : '',
  };
}
