import { at } from '../lib/at.mjs';
import { scrollFrames, slowShare, withBrowser } from '../lib/openBrowser.mjs';

const ROWS = '[role=table][aria-label=Queues] .row';

/** Milliseconds from a click in the sidebar until the first queue is there. */
async function timeToFirstRow(page) {
  const started = performance.now();
  await page.locator('nav a[href$="/queues"]').first().click();
  await page.locator(ROWS).first().waitFor({ timeout: 60_000 });
  return performance.now() - started;
}

/** How the board of queues feels in Chromium. */
export async function measureBrowser(portal) {
  return withBrowser(portal, async page => {
    // The code of the page is loaded once, which has nothing to do with how many queues there are.
    await timeToFirstRow(page);
    await page.goto(portal.portal);
    const first = await timeToFirstRow(page);
    const table = page.locator('[role=table][aria-label=Queues]');
    const frames = await scrollFrames(table);
    return {
      'first row ms': Math.round(first),
      'frame p50 ms': at(frames, 0.5),
      'frame p95 ms': at(frames, 0.95),
      'slow frames %': slowShare(frames),
      'rows in the DOM': await page.locator(ROWS).count(),
    };
  });
}
