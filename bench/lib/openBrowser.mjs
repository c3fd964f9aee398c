import { chromium } from '@playwright/test';
import { findChromium } from '../../scripts/lib/chromium.mjs';

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

/** Runs `use` with a page of Chromium that is signed in. */
export async function withBrowser(portal, use) {
  const browser = await chromium.launch({
    executablePath: findChromium(),
    args: ['--no-sandbox'],
  });
  try {
    const page = await browser.newPage({
      viewport: { width: 1440, height: 900 },
    });
    await signIn(page, portal);
    return await use(page);
  } finally {
    await browser.close();
  }
}

/** Milliseconds between frames while what `locator` is scrolls for three seconds. */
export async function scrollFrames(locator) {
  return locator.evaluate(
    scroller =>
      new Promise(resolve => {
        const frames = [];
        let last = performance.now();
        const end = last + 3_000;
        const step = now => {
          frames.push(now - last);
          last = now;
          scroller.scrollTop += 120;
          if (now < end) requestAnimationFrame(step);
          else resolve(frames);
        };
        requestAnimationFrame(step);
      }),
  );
}

/** What people see as a stutter, of all frames. */
export function slowShare(frames) {
  const slow = frames.filter(frame => frame > 50).length;
  return Math.round((100 * slow) / frames.length);
}
