import { ManifestError } from '@slipway/infrastructure-code';

const MAX_GLOB = 300;
/** Each one multiplies the time that a hostile glob can take. */
const MAX_STARS = 6;

const PARTS = new Map([
  ['**/', '(?:.*/)?'],
  ['**', '.*'],
  ['*', '[^/]*'],
  ['?', '[^/]'],
]);

/**
 * A glob of a git generator: `*` stays in a folder, `**` does not.
 *
 * @throws ManifestError for what could take forever.
 */
export function globPattern(glob: string): RegExp {
  const stars = glob.match(/\*+/g)?.length ?? 0;
  const isKnown = !/[{}[\]\\]/.test(glob);
  if (glob.length > MAX_GLOB || stars > MAX_STARS || !isKnown) {
    throw new ManifestError(
      `the path '${glob.slice(0, 60)}' of a generator is too complicated here`,
    );
  }
  const source = glob.replace(
    /\*\*\/|\*\*|\*|\?|[\\^$.|+()[\]{}]/g,
    part => PARTS.get(part) ?? `\\${part}`,
  );
  return new RegExp(`^${source}$`);
}
