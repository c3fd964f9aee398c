import { FileSource } from '../FileSource';
import { BuildContext } from './BuildContext';
import {
  Kustomization,
  KUSTOMIZATION_FILES,
  kustomizationSchema,
  unbuiltFields,
} from './kustomizationSchema';
import { readDocuments } from './YamlManifest';

/** The kustomization of a folder. What it says that is not built here is refused by name. */
export async function readKustomization(
  folder: string,
  source: FileSource,
  context: BuildContext,
): Promise<Kustomization | undefined> {
  for (const name of KUSTOMIZATION_FILES) {
    const file = `${folder}/${name}`;
    const text = await source.read(file);
    if (text !== undefined) return parse(file, text, context);
  }
  context.refuse(
    `unable to find one of 'kustomization.yaml', 'kustomization.yml' or 'Kustomization' in directory '${folder}'`,
  );
  return undefined;
}

function parse(
  file: string,
  text: string,
  context: BuildContext,
): Kustomization | undefined {
  const [document] = readDocuments(text, file, context);
  const parsed = kustomizationSchema.safeParse(document?.value);
  if (!parsed.success) {
    const [{ path, message }] = parsed.error.issues;
    const where = path.length > 0 ? `${path.join('.')}: ` : '';
    context.refuse(`${file}: ${where}${message}`);
    return undefined;
  }
  const unbuilt = unbuiltFields(parsed.data);
  if (unbuilt.length > 0) {
    context.refuse(`${file}: cannot build ${unbuilt.join(', ')}`);
  }
  return parsed.data;
}
