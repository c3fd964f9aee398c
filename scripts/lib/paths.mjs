import { readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** Root of the checkout. */
export const rootDir = path.resolve(
  path.dirname(fileURLToPath(import.meta.url)),
  '../..',
);

/** What Slipway keeps between starts; `SLIPWAY_STATE_DIR` puts it elsewhere. */
export const stateDir = path.resolve(
  process.env.SLIPWAY_STATE_DIR ?? path.join(rootDir, '.slipway'),
);

/** Tools that belong to the checkout rather than to one run of it. */
export const toolsDir = path.join(rootDir, '.slipway');

/** The Yarn that is committed with the code. */
export function yarnPath() {
  const releases = path.join(rootDir, '.yarn/releases');
  const [file] = readdirSync(releases).filter(name => name.endsWith('.cjs'));
  return path.join(releases, file);
}
