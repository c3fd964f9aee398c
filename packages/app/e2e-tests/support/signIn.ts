import { Browser, expect, Page } from '@playwright/test';

/** Signs a demo person in "with GitHub", in a browser context of their own. */
export async function signIn(
  browser: Browser,
  login: string,
  options: { colorScheme?: 'light' | 'dark' } = {},
): Promise<Page> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  await page.goto('/');
  const [popup] = await Promise.all([
    page.waitForEvent('popup'),
    page.getByRole('button', { name: 'Sign In' }).click(),
  ]);
  await popup.getByRole('button', { name: new RegExp(login, 'i') }).click();
  await expect(
    page.getByRole('link', { name: 'Create' }).first(),
  ).toBeVisible();
  return page;
}

/** Closes the pages of a test that went well: open ones go on asking and drawing, and slow down the tests after it. */
export async function signOutAll(browser: Browser): Promise<void> {
  await Promise.all(browser.contexts().map(context => context.close()));
}
