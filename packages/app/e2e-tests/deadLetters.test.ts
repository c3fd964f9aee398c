import { expect, Page, test } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { shoot } from './support/shoot';
import { signIn, signOutAll } from './support/signIn';
import { failService, healService } from './support/world';

const WORKER = '/catalog/default/component/go-worker/queues';
const DLQ = 'dev-orders-created-dlq';
/** Longest wait for what the portal notices by itself: a schedule of 15 s on a machine that is busy. */
const NOTICED = { timeout: 120_000 };

/** Step 1: the consumer fails, and the page that is open fills with dead letters. */
async function seeItFill(olivia: Page) {
  await olivia.goto(WORKER);
  await expect(
    olivia.getByText(new RegExp(`No dead letters in ${DLQ}`)),
  ).toBeVisible(NOTICED);
  await failService('dev', 'go-worker', 'consumer-errors');
  await expect(
    olivia.getByText(new RegExp(`messages? failed 3 times and went to ${DLQ}`)),
  ).toBeVisible(NOTICED);
  await shoot(olivia, '20-dead-letters-fill');
}

/** Step 2: the owner's notification leads to the messages. */
async function followNotification(olivia: Page) {
  const sidebar = olivia.getByRole('navigation', { name: 'sidebar nav' });
  await sidebar.getByRole('link', { name: /^Notifications/ }).click();
  const title = new RegExp(`dead letters? in ${DLQ} \\(dev\\)`);
  const link = olivia.getByRole('link', { name: title });
  await expect(link).toBeVisible(NOTICED);
  await shoot(olivia, '21-notification');
  await link.click();
  await olivia
    .getByRole('link', { name: `Look into ${DLQ}` })
    .first()
    .click();
  await expect(olivia.getByRole('region', { name: DLQ })).toBeVisible();
}

/** Step 3: a look into the messages, their causes, and one message without its secrets. */
async function findCauses(olivia: Page) {
  await olivia.getByRole('button', { name: '50', exact: true }).click();
  await olivia.getByRole('button', { name: /^Look at up to 50/ }).click();
  const causes = olivia.getByRole('list', { name: 'Causes' });
  const timeouts = causes.getByRole('button', { name: /HttpTimeoutException/ });
  await expect(timeouts).toBeVisible();
  await expect(
    causes.getByRole('button', { name: /ValidationException/ }),
  ).toBeVisible();
  expect(await causes.getByRole('button').count()).toBeGreaterThan(2);
  await shoot(olivia, '22-causes');
  await timeouts.click();
  const messages = olivia.getByRole('list', { name: 'Messages' });
  await messages.getByRole('button').first().click();
  const message = olivia.getByRole('region', { name: /^Message / });
  await expect(message.getByText(/PaymentClient\.authorize/)).toBeVisible();
  await expect(message.getByText(/masked/).first()).toBeVisible();
  await expect(olivia.getByText(/4111|demo-0000/)).toHaveCount(0);
  await shoot(olivia, '23-message');
  await olivia.emulateMedia({ colorScheme: 'dark' });
  await shoot(olivia, '23-message-dark');
  await olivia.emulateMedia({ colorScheme: 'light' });
}

/** Step 3, second half: the messages as a file, without their secrets too. */
async function exportMessages(olivia: Page) {
  await olivia.getByRole('button', { name: /^Export/ }).click();
  const dialog = olivia.getByRole('dialog', { name: 'Export dead letters' });
  const download = olivia.waitForEvent('download', { timeout: 60_000 });
  await dialog.getByRole('button', { name: 'Download NDJSON' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(new RegExp(`${DLQ}.*\\.ndjson$`));
  const text = await readFile(await file.path(), 'utf8');
  const messages = text
    .trim()
    .split('\n')
    .map(line => JSON.parse(line));
  expect(messages.length).toBeGreaterThan(2);
  expect(text).not.toMatch(/4111|demo-0000/);
  await expect(dialog.getByText(/^Saved /)).toBeVisible();
  await dialog.getByRole('button', { name: 'Close' }).click();
}

/** Step 4: somebody of another team may look at the numbers, and do nothing. */
async function seeAsOutsider(sam: Page, url: string) {
  await sam.goto(url);
  const act = /^(Look at up to|Send all back|Export)/;
  const buttons = sam.getByRole('button', { name: act });
  await expect(buttons).toHaveCount(3);
  for (const button of await buttons.all()) {
    await expect(button).toHaveAttribute('aria-disabled', 'true');
  }
  await expect(sam.getByRole('button', { name: /^Purge/ })).toHaveCount(0);
  await shoot(sam, '24-outsider');
}

/** Step 5: the cause is mended, and the messages go back, for who types the name of the queue. */
async function sendBack(olivia: Page) {
  await healService('dev', 'go-worker');
  await olivia.getByRole('button', { name: /^Send all back/ }).click();
  const dialog = olivia.getByRole('dialog', { name: 'Send dead letters back' });
  const go = dialog.getByRole('button', { name: /^Send .* back$/ });
  const typed = dialog.getByLabel(`Type ${DLQ} to confirm`);
  await typed.fill('prod-orders-created-dlq');
  await expect(go).toHaveAttribute('aria-disabled', 'true');
  await typed.fill(DLQ);
  // Slow enough to be seen on a machine that is busy.
  await dialog.getByRole('spinbutton').fill('2');
  await shoot(olivia, '25-redrive');
  await go.click();
  const progress = olivia.getByRole('progressbar', { name: 'Messages moved' });
  await expect(progress).toBeVisible();
  await shoot(olivia, '26-progress');
  await expect(
    olivia.getByText(/^Done: .* sent back to dev-orders-created/),
  ).toBeVisible({ timeout: 300_000 });
  await shoot(olivia, '27-done');
}

test.setTimeout(720_000);

test('dead letters: told, looked into, mended and sent back', async ({
  browser,
}) => {
  const olivia = await signIn(browser, 'olivia');
  await seeItFill(olivia);
  await followNotification(olivia);
  await findCauses(olivia);
  await exportMessages(olivia);
  const sam = await signIn(browser, 'sam');
  await seeAsOutsider(sam, olivia.url());
  await sendBack(olivia);
  await olivia.goto(WORKER);
  await expect(
    olivia.getByText(new RegExp(`No dead letters in ${DLQ}`)),
  ).toBeVisible(NOTICED);
  await signOutAll(browser);
});
