import path from 'node:path';

/** A file that `scripts/lib/githubDescription.mjs` fetches; it may not be there. */
export function descriptionFile(name: string): string {
  const root = path.dirname(require.resolve('../../../package.json'));
  return path.resolve(root, '../../.slipway/github-description', name);
}
