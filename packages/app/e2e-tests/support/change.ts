import { expect, Page } from '@playwright/test';

/** Waits until the change has a plan that can be judged, then approves and merges it; ends when it is applied. */
export async function approveAndMerge(page: Page, path: string): Promise<void> {
  await page.goto(path);
  const approve = page.getByRole('button', { name: 'Approve', exact: true });
  await expect(approve).toBeEnabled({ timeout: 180_000 });
  await approve.click();
  const merge = page.getByRole('button', { name: 'Merge', exact: true });
  await expect(merge).toBeEnabled({ timeout: 60_000 });
  await merge.click();
  const outcome = page.getByRole('region', { name: 'What became of it' });
  const roots = outcome.getByRole('list', { name: 'Terraform roots' });
  await expect(roots.getByText('Applied').first()).toBeVisible({
    timeout: 90_000,
  });
}

/** From the last page of a form to the page of the pull request; answers its path. */
export async function openPullRequest(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Review' }).click();
  await page.getByRole('button', { name: 'Open the pull request' }).click();
  const link = page.getByRole('link', { name: /Review the change/i });
  await link.waitFor({ timeout: 60_000 });
  await link.click();
  await page.waitForURL(/\/infra-prs\/\d+$/);
  return new URL(page.url()).pathname;
}
