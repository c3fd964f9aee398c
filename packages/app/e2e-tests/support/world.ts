import { expect } from '@playwright/test';

const control = process.env.SLIPWAY_CONTROL_URL ?? 'http://127.0.0.1:7100';

/** Makes a service of the embedded world fail, as its control page does. */
export async function failService(
  environment: string,
  service: string,
  mode: string,
): Promise<void> {
  const response = await fetch(
    `${control}/api/workloads/${environment}/${service}/fail`,
    {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ mode }),
    },
  );
  expect(response.ok, await response.text()).toBe(true);
}
