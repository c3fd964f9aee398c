import { SlipwayEnvironment } from '@slipway/platform-common';

/** The environment that a folder belongs to by one of its names, the innermost that is one. */
export function environmentOfPath(
  path: string,
  environments: readonly SlipwayEnvironment[],
): string | undefined {
  const names = path.split('/').reverse();
  return names
    .map(part => environments.find(({ name }) => name === part))
    .find(environment => environment !== undefined)?.name;
}
