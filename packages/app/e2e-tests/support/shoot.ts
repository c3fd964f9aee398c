import path from 'node:path';
import { Page } from '@playwright/test';

/** Keeps a picture of what a person sees at this point, for CI's artefacts and the docs. */
export async function shoot(page: Page, name: string): Promise<void> {
  await page.screenshot({
    path: path.join('e2e-test-report', 'screenshots', `${name}.png`),
    fullPage: true,
    // A page that moves on a machine that is busy takes its time.
    timeout: 60_000,
  });
}
