import { expect } from '@playwright/test';

const control = process.env.SLIPWAY_CONTROL_URL ?? 'http://127.0.0.1:7100';

async function post(path: string, body: object): Promise<void> {
  const response = await fetch(`${control}/api/workloads/${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  expect(response.ok, await response.text()).toBe(true);
}

/** Makes a service of the embedded world fail, as its control page does. */
export const failService = (
  environment: string,
  service: string,
  mode: string,
): Promise<void> => post(`${environment}/${service}/fail`, { mode });

/** Ends all failures of a service of the embedded world. */
export const healService = (
  environment: string,
  service: string,
): Promise<void> => post(`${environment}/${service}/heal`, {});
