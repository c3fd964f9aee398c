import { expect, test } from '@playwright/test';
import { approveAndMerge, openPullRequest } from './support/change';
import { requestQueue } from './support/requestQueue';
import { shoot } from './support/shoot';
import { signIn } from './support/signIn';

const WORKER = '/catalog/default/component/go-worker';

test('one more queue for a service, from its page', async ({ browser }) => {
  const olivia = await signIn(browser, 'olivia');
  await requestQueue(olivia, 'order-returns');
  await shoot(olivia, '9-add-a-queue');
  const path = await openPullRequest(olivia);
  const pat = await signIn(browser, 'pat');
  await approveAndMerge(pat, path);
  await olivia.goto(`${WORKER}/queues`);
  await expect(
    olivia.getByRole('heading', { name: /dev-order-returns/ }).first(),
  ).toBeVisible({ timeout: 60_000 });
});

test('an API on ECS, from the form to its page', async ({ browser }) => {
  const olivia = await signIn(browser, 'olivia');
  await olivia.goto('/create/templates/default/spring-boot-service');
  const next = olivia.getByRole('button', { name: 'Next' });
  await olivia.getByLabel(/^Name/).fill('order-quotes');
  await olivia.getByLabel('What it is for').fill('Quotes prices of orders');
  await expect(olivia.getByRole('combobox', { name: 'System' })).toHaveValue(
    'Order system',
  );
  await next.click();
  await olivia.getByRole('radio', { name: /ECS/ }).check();
  await next.click();
  await next.click();
  await olivia.getByRole('checkbox', { name: 'PostgreSQL' }).check();
  await next.click();
  await expect(olivia.getByText('All checks passed')).toBeVisible();
  await shoot(olivia, '10-ecs-preview');
  const path = await openPullRequest(olivia);
  const pat = await signIn(browser, 'pat', { colorScheme: 'dark' });
  await approveAndMerge(pat, path);
  await shoot(pat, '11-ecs-applied-dark');
  await expect(async () => {
    await olivia.goto('/catalog/default/component/order-quotes');
    await expect(olivia.getByText(/dev-order-quotes:1/).first()).toBeVisible({
      timeout: 5_000,
    });
  }).toPass({ timeout: 120_000 });
  await expect(olivia.getByText('Healthy')).toBeVisible({ timeout: 60_000 });
  await shoot(olivia, '12-ecs-entity');
});
