import { z } from 'zod';
import { Kustomization } from './kustomizationSchema';
import { Replacement, replacementSchema } from './replacementSchema';
import { resolveFile } from './resolveReference';
import { readDocuments } from './YamlManifest';
import { Place } from './Place';

const fileSchema = z.union([
  z.array(replacementSchema),
  replacementSchema.transform(one => [one]),
]);

/** Replacements of a kustomization, those in files of their own among them. */
export async function readReplacements(
  { replacements }: Kustomization,
  place: Place,
): Promise<readonly Replacement[]> {
  const read = await Promise.all(
    replacements.map(entry =>
      'path' in entry ? readFile(entry.path, place) : [entry],
    ),
  );
  return read.flat();
}

async function readFile(
  path: string,
  { folder, read, context }: Place,
): Promise<readonly Replacement[]> {
  const file = context.attempt<string | undefined>(
    () => resolveFile(folder, path),
    undefined,
  );
  const text = file === undefined ? undefined : await read(file);
  if (text === undefined || file === undefined) {
    context.refuse(`${folder}: replacement '${path}' does not exist`);
    return [];
  }
  const [document] = readDocuments(text, file, context);
  const parsed = fileSchema.safeParse(document?.value);
  if (parsed.success) return parsed.data;
  context.refuse(`${file}: it is no replacement`);
  return [];
}
