import { manifestRisks } from '@slipway/plugin-infra-prs-common';
import { ChangeFacts } from '../changeFacts';
import { SurroundingsReader } from '../surroundings';
import { DefaultManifestDiffService } from './DefaultManifestDiffService';
import { ManifestKnowledge } from './manifestBlockers';

/**
 * Lets what a change does to rendered manifests count when one change is judged. Decisions wait for it. Pages show what is
 * known, and have it with their next look; lists, which have many changes, do without.
 */
export function withManifests(
  reader: SurroundingsReader,
  manifests: Pick<DefaultManifestDiffService, 'read' | 'last'>,
  folders: readonly string[],
): SurroundingsReader {
  const add = async (
    facts: readonly ChangeFacts[],
    read: SurroundingsReader['read'],
    know: (only: ChangeFacts) => Promise<ManifestKnowledge | undefined>,
  ) => {
    const [only, ...others] = facts;
    const touches = only !== undefined && touchesAny(only, folders);
    const known = touches && others.length === 0 ? know(only) : undefined;
    const around = await read(facts);
    const found = await known;
    return (number: number) => ({ ...around(number), manifests: found });
  };
  return {
    read: facts =>
      add(
        facts,
        each => reader.read(each),
        async ({ pull }) => {
          const { data, message } = await manifests.read(pull);
          return data
            ? { risks: manifestRisks(data) }
            : { problem: message ?? 'GitHub could not be read' };
        },
      ),
    readIfThere: facts =>
      add(
        facts,
        each => reader.readIfThere(each),
        async ({ pull }) => {
          const last = manifests.last(pull);
          return last && { risks: manifestRisks(last) };
        },
      ),
  };
}

function touchesAny(
  { files }: ChangeFacts,
  folders: readonly string[],
): boolean {
  return files
    .flatMap(({ path, previousPath }) => [path, previousPath ?? path])
    .some(path => folders.some(folder => path.startsWith(`${folder}/`)));
}
