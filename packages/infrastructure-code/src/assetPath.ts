import path from 'node:path';

/** Path of a file of this package, from its sources as from its build. */
export function assetPath(name: string): string {
  const manifest = require.resolve('@slipway/infrastructure-code/package.json');
  return path.join(path.dirname(manifest), 'assets', name);
}
