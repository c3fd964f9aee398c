import { createHmac, randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { HostContext } from '../HostContext';
import { Hook } from '../records/repositorySchema';

const ATTEMPTS = 3;
const DEADLINE_MS = 5_000;

/** Sends events to the webhooks of their repository until the returned function is called. */
export function deliverHooks(host: HostContext): () => void {
  const stopped = new AbortController();
  host.deliveries.on('event', ({ repository, name, payload }) => {
    const [owner, repo] = repository.split('/');
    const hooks = host.repositories.get(owner, repo)?.record.hooks ?? [];
    for (const hook of hooks) {
      const wanted = hook.events.includes('*') || hook.events.includes(name);
      if (hook.active && wanted) {
        void deliver(hook, name, payload, stopped.signal);
      }
    }
  });
  return () => stopped.abort();
}

/** https://docs.github.com/en/webhooks/using-webhooks/validating-webhook-deliveries */
async function deliver(
  hook: Hook,
  name: string,
  payload: unknown,
  stopped: AbortSignal,
): Promise<void> {
  const json = JSON.stringify(payload);
  const form = hook.contentType === 'form';
  const body = form ? new URLSearchParams({ payload: json }).toString() : json;
  const headers: Record<string, string> = {
    'content-type': form
      ? 'application/x-www-form-urlencoded'
      : 'application/json',
    'user-agent': 'GitHub-Hookshot/embedded',
    'x-github-event': name,
    'x-github-delivery': randomUUID(),
    'x-github-hook-id': String(hook.id),
  };
  if (hook.secret) {
    const mac = createHmac('sha256', hook.secret).update(body).digest('hex');
    headers['x-hub-signature-256'] = `sha256=${mac}`;
  }
  for (let attempt = 1; attempt <= ATTEMPTS && !stopped.aborted; attempt++) {
    if (await send(hook.url, { method: 'POST', headers, body }, stopped))
      return;
    await delay(attempt * 500, undefined, { signal: stopped }).catch(() => {});
  }
}

async function send(
  url: string,
  init: RequestInit,
  stopped: AbortSignal,
): Promise<boolean> {
  const signal = AbortSignal.any([stopped, AbortSignal.timeout(DEADLINE_MS)]);
  try {
    const response = await fetch(url, { ...init, signal });
    await response.arrayBuffer();
    return response.ok;
  } catch {
    return false;
  }
}
