import { z } from 'zod';
import { yamlString } from '../filters/yamlString';
import { YamlFile } from './YamlFile';

const kind = 'AppProject';
const destinationSchema = z.looseObject({
  server: z.string().optional(),
  name: z.string().optional(),
  namespace: z.string().optional(),
});
const specSchema = z.object({
  sourceRepos: z.array(z.string()).default([]),
  destinations: z.array(destinationSchema).default([]),
});

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
  const wanted = specSchema.parse(
    YamlFile.parse(path, rendered).value({ kind, path: ['spec'] }),
  );
  for (const repository of wanted.sourceRepos) {
    file.addItem({ kind, path: ['spec', 'sourceRepos'] }, repository);
  }
  for (const destination of wanted.destinations) {
    const block = Object.entries(destination)
      .map(([key, value]) => `${key}: ${yamlString(String(value))}`)
      .join('\n');
    file.addItem({ kind, path: ['spec', 'destinations'] }, block, placeOf);
  }
  return file.toString();
}

/** By namespace first, so that the list is sorted by what differs. */
function placeOf(item: unknown): string {
  const { namespace, server, name } = destinationSchema.catch({}).parse(item);
  return [namespace, server, name].map(part => part ?? '').join(' ');
}
