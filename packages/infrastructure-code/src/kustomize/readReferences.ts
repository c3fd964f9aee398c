import { isJsonObject } from './JsonValue';
import { isRemote, resolveReference } from './resolveReference';
import { parseYamlManifests } from './YamlManifest';

/** What a kustomization takes from elsewhere. */
export interface References {
  /** Folders and files that it names, from the top of the repository. */
  readonly folders: readonly string[];
  /** It is only ever used by others. */
  readonly isComponent: boolean;
}

/** Fields that name folders. */
const FIELDS = ['resources', 'bases', 'components'];

/** The folders that a kustomization uses. Never fails: what is wrong with it, a build says. */
export function readReferences(folder: string, text: string): References {
  const [document] = parseYamlManifests(text);
  const value = document?.value;
  if (!isJsonObject(value)) return { folders: [], isComponent: false };
  const named = FIELDS.flatMap(field => {
    const list = value[field];
    return Array.isArray(list) ? list : [];
  });
  const folders = named
    .filter(each => typeof each === 'string')
    .filter(reference => !isRemote(reference))
    .flatMap(reference => {
      try {
        return [resolveReference(folder, reference).replace(/\/$/, '')];
      } catch {
        return [];
      }
    });
  return { folders, isComponent: value.kind === 'Component' };
}
