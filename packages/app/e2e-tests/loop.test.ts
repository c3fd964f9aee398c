import { expect, Page, test } from '@playwright/test';
import { shoot } from './support/shoot';
import { signIn, signOutAll } from './support/signIn';
import { failService } from './support/world';

const SERVICE = 'order-mailer';
const ENTITY_PAGE = `/catalog/default/component/${SERVICE}`;

/** Follows a link of the sidebar, as people do; the page is not loaded anew. */
async function navigate(page: Page, name: string) {
  const sidebar = page.getByRole('navigation', { name: 'sidebar nav' });
  await sidebar.getByRole('link', { name, exact: true }).click();
}

/** The pages of the form: a name and a line of text, and else what is offered. */
async function fillForm(page: Page) {
  const next = page.getByRole('button', { name: 'Next' });
  await page.getByLabel(/^Name/).fill(SERVICE);
  await expect(page.getByText(`${SERVICE} is free.`)).toBeVisible();
  await page.getByLabel('What it is for').fill('Mails customers');
  await expect(page.getByRole('combobox', { name: 'Owner' })).toHaveValue(
    'Orders',
  );
  await expect(page.getByRole('combobox', { name: 'System' })).toHaveValue(
    'Order system',
  );
  await next.click();
  await page.getByRole('radio', { name: /Worker/ }).check();
  await page.getByRole('checkbox', { name: /Production/ }).check();
  await next.click();
  await expect(page.getByLabel('Attempts')).toHaveValue('3');
  await expect(page.getByText(`prod-${SERVICE}-dlq`)).toBeVisible();
  await next.click();
  await expect(
    page.getByRole('checkbox', { name: 'PostgreSQL' }),
  ).toBeVisible();
  await next.click();
}

/** Step 2: from Create to the pull request in the portal. Returns the path of its page. */
async function requestService(olivia: Page): Promise<string> {
  await navigate(olivia, 'Create');
  const card = olivia.getByRole('heading', { name: 'Go service' });
  await card.waitFor({ timeout: 60_000 });
  await olivia.goto('/create/templates/default/go-service');
  await fillForm(olivia);
  await expect(
    olivia.getByText(/\d+ new files, \d+ unchanged in 2 repositories/),
  ).toBeVisible();
  await expect(olivia.getByText('All checks passed')).toBeVisible();
  await expect(olivia.getByText(/\$[\d.]+ – \$\d+ a month/)).toBeVisible();
  await expect(olivia.getByText(`argocd/app-name: ${SERVICE}`)).toBeVisible();
  await shoot(olivia, '1-preview');
  await olivia.getByRole('button', { name: 'Review' }).click();
  await olivia.getByRole('button', { name: 'Open the pull request' }).click();
  const link = olivia.getByRole('link', { name: /Review the change/i });
  await link.waitFor({ timeout: 60_000 });
  await shoot(olivia, '2-steps');
  await link.click();
  await olivia.waitForURL(/\/infra-prs\/\d+$/);
  return new URL(olivia.url()).pathname;
}

/** Step 3, first half: what the requester sees. */
async function seeAsRequester(olivia: Page) {
  await expect(
    olivia.getByRole('heading', { name: new RegExp(SERVICE) }).first(),
  ).toBeVisible();
  await expect(
    olivia.getByText(
      'You asked for this change; someone else has to approve it',
    ),
  ).toBeVisible();
  await expect(olivia.getByRole('button', { name: 'Approve' })).toBeDisabled();
  await olivia.getByRole('tab', { name: /^Plan/ }).click();
  const plan = olivia.getByRole('region', { name: 'Plan' });
  await expect(
    plan.getByText('module.queue_order_mailer.aws_sqs_queue.dlq').first(),
  ).toBeVisible({ timeout: 180_000 });
  await expect(plan.getByText(/^\+3\d$/)).toBeVisible();
  await shoot(olivia, '3-change-as-requester');
  await olivia.getByRole('tab', { name: /^Files/ }).click();
  const differences = olivia.getByRole('group', {
    name: 'Differences',
    exact: true,
  });
  await expect(differences).toContainText('@@ -0,0 +1');
}

/** Step 3, second half: another person approves and merges. */
async function approveAndMerge(pat: Page, path: string) {
  await pat.goto(path);
  const approve = pat.getByRole('button', { name: 'Approve', exact: true });
  await expect(approve).toBeEnabled({ timeout: 60_000 });
  await shoot(pat, '4-change-as-approver-dark');
  await approve.click();
  const merge = pat.getByRole('button', { name: 'Merge', exact: true });
  await expect(merge).toBeEnabled();
  await merge.click();
  const outcome = pat.getByRole('region', { name: 'What became of it' });
  const roots = outcome.getByRole('list', { name: 'Terraform roots' });
  await expect(roots.getByText('Applied').first()).toBeVisible({
    timeout: 90_000,
  });
  await shoot(pat, '5-merged-and-applied-dark');
}

/** A number on the overview's card of the queue in dev. */
function tile(page: Page, label: string) {
  return page
    .getByRole('region', { name: `dev-${SERVICE} in dev` })
    .getByRole('group', { name: new RegExp(`^${label}: `) });
}

/** Steps 4 and 5: the service's page, live. */
async function seeItLive(olivia: Page) {
  const link = olivia.getByRole('link', { name: SERVICE, exact: true });
  await expect(async () => {
    await navigate(olivia, 'Changes');
    await navigate(olivia, 'Catalog');
    await expect(link).toBeVisible({ timeout: 5_000 });
  }).toPass({ timeout: 120_000 });
  await link.click();
  await olivia.waitForURL(`**${ENTITY_PAGE}`);
  await expect(olivia.getByText('Healthy')).toHaveCount(2, { timeout: 60_000 });
  await expect(
    olivia.getByRole('link', { name: /PR #\d+/ }).first(),
  ).toBeVisible();
  await expect(olivia.getByText(`dev-${SERVICE}`).first()).toBeVisible();
  // Messages flow, so the numbers move by themselves, without a reload.
  await olivia.evaluate(() => Object.assign(window, { neverReloaded: true }));
  const waiting = tile(olivia, 'Waiting');
  const before = (await waiting.getAttribute('aria-label')) ?? '';
  expect(before).toMatch(/^Waiting: \d+/);
  await expect(waiting).not.toHaveAccessibleName(before, { timeout: 60_000 });
  await expect(olivia.getByText('msg/s').first()).toBeVisible({
    timeout: 120_000,
  });
  expect(await olivia.evaluate(() => 'neverReloaded' in window)).toBe(true);
  await shoot(olivia, '6-entity-overview');
}

async function visitTabs(page: Page) {
  const landmarks: Array<[tab: string, text: RegExp]> = [
    ['Deployments', /Live matches main@[0-9a-f]{7}/],
    ['Queues', /Age of the oldest message/],
    ['Metrics', /Latency/],
    ['Changes', /Add order-mailer/],
    ['Kubernetes', /Your Clusters/],
  ];
  for (const [tab, text] of landmarks) {
    // The navigation has a link of the same name for some.
    await page.locator(`a[href="${ENTITY_PAGE}/${tab.toLowerCase()}"]`).click();
    await expect(page.getByText(text).first()).toBeVisible();
    await shoot(page, `7-tab-${tab.toLowerCase()}`);
  }
}

/** Step 6: the consumer fails, and the page shows the dead letters within seconds. */
async function seeItFail(olivia: Page) {
  await olivia.locator(`a[href="${ENTITY_PAGE}"]`).first().click();
  await expect(olivia.getByText('No dead letters')).toHaveCount(2);
  await expect(tile(olivia, 'Dead letters')).toHaveAccessibleName(/: 0/);
  await failService('dev', SERVICE, 'consumer-errors');
  await expect(tile(olivia, 'Dead letters')).toHaveAccessibleName(/: [1-9]/, {
    timeout: 60_000,
  });
  await shoot(olivia, '8-dead-letters');
}

test('a service from the form to its live page', async ({ browser }) => {
  const olivia = await signIn(browser, 'olivia');
  const path = await requestService(olivia);
  await seeAsRequester(olivia);
  const pat = await signIn(browser, 'pat', { colorScheme: 'dark' });
  await approveAndMerge(pat, path);
  await seeItLive(olivia);
  await visitTabs(olivia);
  await seeItFail(olivia);
  await signOutAll(browser);
});
