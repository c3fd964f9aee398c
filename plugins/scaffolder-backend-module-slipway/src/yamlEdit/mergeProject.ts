import { isMap, YAMLMap } from 'yaml';
import { insertMap, insertText } from './insertSorted';
import { YamlFile } from './YamlFile';

/**
 * Adds what a service needs of its team's AppProject to the one that is there: the repository and the namespace.
 *
 * @throws InputError when the committed file cannot be read.
 */
export function mergeProject(
  path: string,
  committed: string,
  rendered: string,
): string {
  const file = YamlFile.parse(path, committed);
  const wanted = YamlFile.parse(path, rendered);
  const document = file.document('AppProject');
  const source = wanted.document('AppProject');
  const repositories = file.list(document, ['spec', 'sourceRepos']);
  for (const item of wanted.list(source, ['spec', 'sourceRepos']).items) {
    insertText(repositories, String(item));
  }
  const destinations = file.list(document, ['spec', 'destinations']);
  const known = destinations.items.map(place);
  for (const item of wanted.list(source, ['spec', 'destinations']).items) {
    if (isMap(item) && !known.includes(place(item))) {
      insertMap(destinations, 'namespace', item);
    }
  }
  return file.toString();
}

function place(item: unknown): string {
  const map = isMap(item) ? item : new YAMLMap();
  return `${map.get('server')} ${map.get('namespace')}`;
}
