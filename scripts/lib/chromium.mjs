import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { PlainError } from './fail.mjs';

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
];
const APPS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/**
 * Path of an installed Chromium or Chrome; `CHROMIUM_PATH` overrides the search. Nothing is ever downloaded.
 *
 * @throws PlainError that says how to get one
 */
export function findChromium() {
  const given = process.env.CHROMIUM_PATH;
  const onPath = NAMES.map(name => {
    const found = spawnSync('which', [name], { encoding: 'utf8' });
    return found.status === 0 ? found.stdout.trim() : '';
  });
  const path = [given, ...onPath, ...APPS].find(
    candidate => candidate && existsSync(candidate),
  );
  if (!path) {
    throw new PlainError(
      'The end-to-end tests need Chromium or Chrome and none was found. Install one (Debian and Ubuntu: apt-get install chromium) or set CHROMIUM_PATH.',
    );
  }
  return path;
}
