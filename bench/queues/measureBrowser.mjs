import { chromium } from '@playwright/test';
import { findChromium } from '../../scripts/lib/chromium.mjs';
import { at } from './measureViewers.mjs';

const ROWS = '[role=table][aria-label=Queues] .row';

async function signIn(page, portal) {
  await page.goto(portal.portal, { timeout: 120_000 });
  const [popup] = await Promise.all([
    page.waitForEvent('popup', { timeout: 120_000 }),
    page.getByRole('button', { name: 'Sign In' }).click({ timeout: 120_000 }),
  ]);
  await popup.getByRole('button', { name: /olivia/i }).click();
  await page
    .getByRole('link', { name: 'Create' })
    .first()
    .waitFor({ timeout: 60_000 });
}

/** Milliseconds from a click in the sidebar until the first queue is there. */
async function timeToFirstRow(page) {
  const started = performance.now();
  await page.locator('nav a[href$="/queues"]').first().click();
  await page.locator(ROWS).first().waitFor({ timeout: 60_000 });
  return performance.now() - started;
}

/** Milliseconds between frames while the board is scrolled for three seconds. */
async function scrollFrames(page) {
  return page.locator('[role=table][aria-label=Queues]').evaluate(
    table =>
      new Promise(resolve => {
        const frames = [];
        let last = performance.now();
        const end = last + 3_000;
        const step = now => {
          frames.push(now - last);
          last = now;
          table.scrollTop += 120;
          if (now < end) requestAnimationFrame(step);
          else resolve(frames);
        };
        requestAnimationFrame(step);
      }),
  );
}

/** How the board of queues feels in Chromium. */
export async function measureBrowser(portal) {
  const browser = await chromium.launch({
    executablePath: findChromium(),
    args: ['--no-sandbox'],
  });
  try {
    const page = await browser.newPage({
      viewport: { width: 1440, height: 900 },
    });
    await signIn(page, portal);
    // The code of the page is loaded once, which has nothing to do with how many queues there are.
    await timeToFirstRow(page);
    await page.goto(portal.portal);
    const first = await timeToFirstRow(page);
    const frames = await scrollFrames(page);
    return {
      'first row ms': Math.round(first),
      'frame p50 ms': at(frames, 0.5),
      'frame p95 ms': at(frames, 0.95),
      // What people see as a stutter.
      'slow frames %': Math.round(
        (100 * frames.filter(frame => frame > 50).length) / frames.length,
      ),
      'rows in the DOM': await page.locator(ROWS).count(),
    };
  } finally {
    await browser.close();
  }
}
