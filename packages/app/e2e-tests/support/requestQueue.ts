import { expect, Page } from '@playwright/test';

const WORKER = '/catalog/default/component/go-worker';

/** From the page of the worker to the end of the form that adds a queue to it. */
export async function requestQueue(page: Page, name: string): Promise<void> {
  await page.goto(WORKER);
  await page.getByRole('link', { name: 'Add a queue' }).first().click();
  await expect(
    page.getByRole('heading', { name: 'Add a queue' }),
  ).toBeVisible();
  await expect(page.getByLabel('Service')).toHaveValue(/go-worker/);
  await page.getByLabel(/^Name/).fill(name);
  await expect(page.getByText(new RegExp(`${name}-dlq`))).toBeVisible();
  await page.getByRole('button', { name: 'Next' }).click();
  // What is there already is edited, so the preview shows what changes in it.
  await expect(page.getByText(/new files, \d+ changed/)).toBeVisible();
}
