import { at } from '../lib/at.mjs';
import { scrollFrames, slowShare } from '../lib/openBrowser.mjs';

const LIST = '/infra-prs?view=all&state=all';
const TABLE = '[role=table][aria-label=Changes]';
/** Browsers tell of no shorter ones. */
const SHORTEST_MS = 16;
const SHORTEST_TASK_MS = 50;
const DIFF = '[role=group][aria-label=Differences]';
const PLAN = '[role=list][aria-label^="Changes of"]';

/** As a link does: without loading the portal anew, and with nothing that was read before. */
async function go(page, portal, path) {
  await page.goto(portal.portal);
  await page.getByRole('link', { name: 'Create' }).first().waitFor();
  await page.evaluate(to => {
    window.history.pushState({}, '', to);
    window.dispatchEvent(new PopStateEvent('popstate'));
  }, path);
}

/** Milliseconds from a link until `ready` is there and a click on it was answered. */
async function untilInteractive(page, portal, { path, ready, answered }) {
  await go(page, portal, path);
  const started = performance.now();
  await page.locator(ready).first().waitFor({ timeout: 60_000 });
  const shown = performance.now() - started;
  await page.locator(ready).first().click();
  await page.locator(answered).first().waitFor({ timeout: 60_000 });
  return { shown, clicked: performance.now() - started };
}

/**
 * What typing feels like, as the browser's own clock has it: milliseconds from each key until the page was drawn anew, and
 * the longest that the page stood still in all, also for what waits until typing pauses.
 */
async function typing(page, field, word) {
  await field.click();
  await page.evaluate(() => {
    window.benchKeys = [];
    window.benchTasks = [];
    new PerformanceObserver(list => {
      for (const { name, duration } of list.getEntries()) {
        if (name === 'keydown') window.benchKeys.push(duration);
      }
    }).observe({ type: 'event', durationThreshold: 16 });
    new PerformanceObserver(list => {
      for (const { duration } of list.getEntries()) {
        window.benchTasks.push(duration);
      }
    }).observe({ type: 'longtask' });
  });
  await field.pressSequentially(word, { delay: 300 });
  await page.waitForTimeout(1_000);
  const { told, tasks } = await page.evaluate(() => ({
    told: window.benchKeys,
    tasks: window.benchTasks,
  }));
  const quick = Array.from(
    { length: Math.max(0, word.length - told.length) },
    () => SHORTEST_MS,
  );
  return {
    keys: [...told, ...quick],
    still: Math.max(SHORTEST_TASK_MS, ...tasks),
  };
}

function look(interactive, { keys, still }, frames) {
  return {
    'shown ms': Math.round(interactive.shown),
    'clicked ms': Math.round(interactive.clicked),
    'key p50 ms': at(keys, 0.5),
    'key worst ms': at(keys, 0.999),
    'longest stop ms': Math.round(still),
    'frame p95 ms': at(frames, 0.95),
    'slow frames %': slowShare(frames),
  };
}

/** How the list of all changes feels. The page's code has to be loaded by then. */
export async function measureListPage(page, portal) {
  const row = `${TABLE} .row`;
  const interactive = await untilInteractive(page, portal, {
    path: LIST,
    ready: row,
    answered: '[role=tablist][aria-label="Parts of the change"]',
  });
  await go(page, portal, LIST);
  await page.locator(row).first().waitFor();
  const frames = await scrollFrames(page.locator(TABLE));
  const typed = await typing(page, page.getByRole('searchbox'), 'many 7');
  return look(interactive, typed, frames);
}

/** How the plan of a change feels. */
export async function measurePlanPage(page, portal, number) {
  const path = `/infra-prs/${number}/plan`;
  const row = `${PLAN} button[aria-expanded]`;
  const interactive = await untilInteractive(page, portal, {
    path,
    ready: row,
    answered: `${PLAN} button[aria-expanded=true]`,
  });
  const frames = await scrollFrames(page.locator(PLAN));
  const field = page.getByLabel('Find a resource');
  const typed = await typing(page, field, 'crowd_1');
  return look(interactive, typed, frames);
}

/** How a long diff feels. */
export async function measureFilesPage(page, portal, number) {
  await go(page, portal, `/infra-prs/${number}/files`);
  const started = performance.now();
  await page.locator(`${DIFF} button`).first().waitFor({ timeout: 60_000 });
  const shown = performance.now() - started;
  const frames = await scrollFrames(page.locator(DIFF));
  return {
    'shown ms': Math.round(shown),
    'frame p95 ms': at(frames, 0.95),
    'slow frames %': slowShare(frames),
  };
}
