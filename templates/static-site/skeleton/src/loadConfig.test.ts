import { expect, it, vi } from 'vitest';
import { loadConfig } from './loadConfig';

const answer = (body: unknown, status = 200) =>
  vi.stubGlobal('fetch', async () => Response.json(body, { status }));

it('reads the configuration', async () => {
  answer({ environment: 'dev', apiUrl: '/api' });
  expect(await loadConfig()).toEqual({ environment: 'dev', apiUrl: '/api' });
});

it('refuses one that is not there or not complete', async () => {
  answer({}, 404);
  await expect(loadConfig()).rejects.toThrow('404');
  answer({ environment: 'dev' });
  await expect(loadConfig()).rejects.toThrow('apiUrl');
});
