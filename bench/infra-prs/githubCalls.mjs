import { setTimeout as sleep } from 'node:timers/promises';

/** So long the portal may take to look at each change once, which is no part of a usual minute. */
const LONGEST_WAIT_MS = 150_000;

/** What the stand-in of GitHub was asked by now: all calls, those it answered with 304, and each by its route. */
async function countCalls(portal) {
  const reply = await fetch(`${portal.control}/api/calls`);
  const { calls, unchanged } = await reply.json();
  const routes = calls.GitHub ?? {};
  const all = Object.values(routes).reduce((sum, count) => sum + count, 0);
  return { all, unchanged: unchanged.GitHub ?? 0, routes };
}

/** Starts to count. The function that it gives tells what was asked since. */
export async function watchCalls(portal) {
  const before = await countCalls(portal);
  return async () => {
    const now = await countCalls(portal);
    const all = now.all - before.all;
    const unchanged = now.unchanged - before.unchanged;
    const routes = Object.entries(now.routes)
      .map(([route, count]) => [route, count - (before.routes[route] ?? 0)])
      .filter(([, count]) => count > 0)
      .sort((a, b) => b[1] - a[1]);
    // What counts against the primary rate limit.
    return { all, unchanged, charged: all - unchanged, routes };
  };
}

/** Waits until the portal asks GitHub for little: after a start it looks at each change once. */
export async function untilCalm(portal) {
  const deadline = Date.now() + LONGEST_WAIT_MS;
  for (;;) {
    const count = await watchCalls(portal);
    await sleep(5_000);
    if ((await count()).all < 15 || Date.now() > deadline) return;
  }
}
