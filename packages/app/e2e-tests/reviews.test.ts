import { readFile } from 'node:fs/promises';
import { expect, Page, test } from '@playwright/test';
import { RequestTimeline } from '@slipway/plugin-infra-prs-common';
import { openPullRequest } from './support/change';
import { pushFix, tokenOfDecision } from './support/pushFix';
import { requestQueue } from './support/requestQueue';
import { shoot } from './support/shoot';
import { signIn, signOutAll } from './support/signIn';

const QUEUE = 'order-audits';
/** The plan runs after each push, on a machine that is busy. */
const PLANNED = { timeout: 180_000 };
/** What the portal notices by itself. */
const NOTICED = { timeout: 60_000 };

/**
 * Pictures in both colour schemes. The dark one is of a page of its own, loaded dark: one that changes its scheme draws itself
 * anew, and would be caught while it loads.
 */
async function shootBoth(page: Page, name: string, landmark: string | RegExp) {
  await shoot(page, `${name}-light`);
  const dark = await page.context().newPage();
  await dark.emulateMedia({ colorScheme: 'dark' });
  await dark.goto(page.url());
  await expect(dark.getByText(landmark).first()).toBeVisible(NOTICED);
  await shoot(dark, `${name}-dark`);
  await dark.close();
}

const next = (page: Page) =>
  page.getByRole('region', { name: 'What has to happen next' });

/** The row of the change in the list. */
const row = (page: Page) => page.getByRole('row', { name: new RegExp(QUEUE) });

/** Step 1: olivia asks for a queue; the page of her change stays open until the end. */
async function request(olivia: Page): Promise<string> {
  await requestQueue(olivia, QUEUE);
  const path = await openPullRequest(olivia);
  await olivia.evaluate(() => Object.assign(window, { neverReloaded: true }));
  return path;
}

/** Step 2: pat finds it by a notification, on the home page and in the list, and reads what it does. */
async function find(pat: Page, path: string) {
  await pat.goto('/');
  const mine = pat.getByRole('link', { name: new RegExp(QUEUE) }).first();
  await expect(mine).toBeVisible(PLANNED);
  await shootBoth(pat, '30-home', new RegExp(QUEUE));
  await pat.goto('/notifications');
  await pat
    .getByRole('link', { name: new RegExp(`${QUEUE}.* waits for your review`) })
    .click();
  await pat.waitForURL(`**${path}`);
  await pat.goto('/infra-prs');
  await expect(
    pat.getByRole('button', { name: /^Waiting for me \(\d+\)$/ }),
  ).toHaveAttribute('aria-pressed', 'true');
  await expect(row(pat)).toContainText('Your review', NOTICED);
  await pat.getByRole('button', { name: /^Everything/ }).click();
  await expect(row(pat)).toBeVisible();
  await shootBoth(pat, '31-changes', new RegExp(QUEUE));
  await row(pat).getByRole('link').first().click();
  await pat.waitForURL(`**${path}`);
  await pat.getByRole('tab', { name: /^Plan/ }).click();
  const plan = pat.getByRole('region', { name: 'Plan' });
  await expect(plan.getByText(/aws_sqs_queue/).first()).toBeVisible(NOTICED);
  await pat.getByRole('tab', { name: 'Overview' }).click();
}

/** Step 3: pat asks about a line; olivia answers on her page, and the thread is resolved. */
async function talk(pat: Page, olivia: Page) {
  await pat.getByRole('tab', { name: /^Files/ }).click();
  await pat
    .getByRole('button', { name: /^Added line \d+/ })
    .first()
    .click();
  await pat
    .getByLabel(/^Your comment on line/)
    .fill('Is this **long** enough?');
  await pat.getByRole('button', { name: 'Comment', exact: true }).click();
  await olivia.getByRole('tab', { name: /^Conversation/ }).click(NOTICED);
  const thread = olivia.getByRole('region', { name: /^Thread on / });
  await expect(thread.getByText('long', { exact: true })).toBeVisible(NOTICED);
  await thread.getByRole('button', { name: 'Reply' }).click();
  await thread.getByLabel('Your reply').fill('It is what the others have');
  await thread.getByRole('button', { name: 'Reply' }).click();
  await shootBoth(olivia, '35-conversation', 'It is what the others have');
  await thread.getByRole('button', { name: 'Resolve' }).click();
  await expect(thread.getByText('Resolved')).toBeVisible(NOTICED);
  for (const page of [pat, olivia]) {
    await page.getByRole('tab', { name: 'Overview' }).click();
  }
}

/** Step 4: pat asks for changes, and olivia's page says so by itself. */
async function askForChanges(pat: Page, olivia: Page) {
  await pat.getByLabel('Comment').fill('Say why it is needed, please');
  await pat.getByRole('button', { name: 'More decisions' }).click();
  await pat.getByRole('menuitem', { name: /^Request changes/ }).click();
  await expect(pat.getByText('You asked for changes')).toBeVisible(NOTICED);
  await expect(
    next(olivia)
      .getByText(/pat asked for changes/)
      .first(),
  ).toBeVisible(NOTICED);
}

/** Step 5: pat approves, olivia pushes, and the approval no longer counts on either page. */
async function voidApproval(pat: Page, olivia: Page, url: string) {
  const approve = pat.getByRole('button', { name: 'Approve', exact: true });
  await expect(approve).toBeEnabled(PLANNED);
  await approve.click();
  const counts = olivia.getByText('Counts', { exact: true });
  await expect(counts).toBeVisible(NOTICED);
  const token = await tokenOfDecision(olivia, async () => {
    await olivia.getByLabel('Comment').fill('I say why in a moment');
    await olivia.getByRole('button', { name: 'More decisions' }).click();
    await olivia.getByRole('menuitem', { name: /^Comment/ }).click();
  });
  const line = '# Audits read what the worker did with each order.';
  await pushFix({ url, token, file: /dev.*queue-order-audits\.tf$/, line });
  for (const page of [pat, olivia]) {
    await expect(
      page.getByText(/what was given no longer counts/).first(),
    ).toBeVisible(NOTICED);
  }
  await shootBoth(pat, '32-approval-void', /what was given no longer counts/);
}

/** Step 6: pat approves what is there now and merges it; both see it applied. */
async function approveAndMerge(pat: Page, olivia: Page) {
  const approve = pat.getByRole('button', { name: 'Approve', exact: true });
  await expect(approve).toBeEnabled(PLANNED);
  await shootBoth(pat, '33-decide', /what was given no longer counts/);
  await approve.click();
  const merge = pat.getByRole('button', { name: 'Merge', exact: true });
  await expect(merge).toBeEnabled(NOTICED);
  await merge.click();
  for (const page of [pat, olivia]) {
    const outcome = page.getByRole('region', { name: 'What became of it' });
    const roots = outcome.getByRole('list', { name: 'Terraform roots' });
    await expect(roots.getByText('Applied').first()).toBeVisible(PLANNED);
  }
  await shootBoth(olivia, '34-follow', 'What became of it');
  expect(await olivia.evaluate(() => 'neverReloaded' in window)).toBe(true);
}

/** Step 7: the history tells an audit who did what, and is a file. */
async function exportHistory(olivia: Page) {
  await olivia.getByRole('tab', { name: 'History' }).click();
  await shootBoth(olivia, '36-history', /approved it/);
  const download = olivia.waitForEvent('download');
  await olivia.getByRole('button', { name: 'Export JSON' }).click();
  const file = await download;
  const text = await readFile(await file.path(), 'utf8');
  const { events } = JSON.parse(text) as RequestTimeline;
  const kinds = new Set(events.map(({ kind }) => kind));
  for (const kind of [
    'requested',
    'planned',
    'approval_void',
    'merged',
    'applied',
  ] as const) {
    expect(kinds).toContain(kind);
  }
  const approval = events.filter(({ kind }) => kind === 'approved').at(-1);
  expect(approval?.actor?.entityRef).toBe('user:default/pat');
}

/** Step 8: it waits for nobody any more, and olivia finds it among her requests. */
async function findAfterwards(pat: Page, olivia: Page) {
  await pat.goto('/infra-prs?view=waiting');
  await expect(
    pat.getByRole('button', { name: /^Waiting for me/ }),
  ).toBeVisible();
  await expect(row(pat)).toHaveCount(0, NOTICED);
  await olivia.goto('/infra-prs?view=mine');
  await expect(row(olivia)).toBeVisible(NOTICED);
}

/** Step 9: it is taken back, which is a change of its own that says what gets lost. */
async function revert(olivia: Page, path: string) {
  await olivia.goto(path);
  await olivia.getByRole('button', { name: 'Revert…' }).click();
  await olivia.getByRole('button', { name: 'Open the revert' }).click();
  await olivia.waitForURL(
    url => /\/infra-prs\/\d+$/.test(url.pathname) && url.pathname !== path,
    NOTICED,
  );
  const risks = olivia.getByRole('list', { name: 'Risks' }).first();
  await expect(risks.getByText(/queue/i).first()).toBeVisible(PLANNED);
  await shootBoth(olivia, '37-revert', 'What has to happen next');
}

test('a change between two people, from the request to what became of it', async ({
  browser,
}) => {
  test.setTimeout(900_000);
  const olivia = await signIn(browser, 'olivia');
  const path = await request(olivia);
  const link = olivia.getByRole('link', { name: /^#\d+ on GitHub/ });
  const url = (await link.getAttribute('href')) ?? '';
  const pat = await signIn(browser, 'pat');
  await find(pat, path);
  await talk(pat, olivia);
  await askForChanges(pat, olivia);
  await voidApproval(pat, olivia, url);
  await approveAndMerge(pat, olivia);
  await exportHistory(olivia);
  await findAfterwards(pat, olivia);
  await revert(olivia, path);
  await signOutAll(browser);
});
