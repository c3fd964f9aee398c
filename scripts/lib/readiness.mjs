import { setTimeout as sleep } from 'node:timers/promises';
import { PlainError } from './fail.mjs';

async function answers(url, options) {
  try {
    const response = await fetch(url, {
      ...options,
      signal: AbortSignal.timeout(30_000),
    });
    return response.ok ? response : undefined;
  } catch {
    return undefined;
  }
}

/** Waits until `probe` gives something; prints a sign of life each ten seconds. */
async function waitFor(what, probe, deadline = 300_000) {
  const started = Date.now();
  let said = started;
  while (Date.now() - started < deadline) {
    const result = await probe();
    if (result) return result;
    if (Date.now() - said > 10_000) {
      said = Date.now();
      console.log(
        `  waiting for ${what} (${Math.round((said - started) / 1000)} s)`,
      );
    }
    await sleep(250);
  }
  throw new PlainError(
    `${what} did not get ready within ${deadline / 1000} s.`,
  );
}

/** The world answers on its control port. */
export function worldReady(ports) {
  return waitFor('the embedded world', () =>
    answers(`http://127.0.0.1:${ports.control}/healthz`),
  );
}

/** The page and its first script are built and served. */
async function appReady(ports) {
  const base = `http://localhost:${ports.app}`;
  const page = await waitFor('the portal page', () => answers(base));
  const script = /<script[^>]+src="([^"]+)"/.exec(await page.text());
  if (script) {
    await waitFor('the portal scripts', () =>
      answers(new URL(script[1], base)),
    );
  }
}

/** The backend is up and its catalog holds what the infrastructure repository says. */
async function backendReady(ports, token) {
  const base = `http://localhost:${ports.backend}`;
  await waitFor('the backend', () =>
    answers(`${base}/.backstage/health/v1/readiness`),
  );
  await waitFor('the demo catalog', async () => {
    const response = await answers(
      `${base}/api/catalog/entities?filter=kind=component&fields=metadata.name`,
      { headers: { Authorization: `Bearer ${token}` } },
    );
    return response && (await response.json()).length > 0;
  });
}

/** Resolves when a person can use the portal. */
export async function portalReady(ports, token) {
  await Promise.all([appReady(ports), backendReady(ports, token)]);
}
