import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Files } from './static/loadModules';

/** Writes the files below a prefix into a folder, under their paths from the root of the repository. */
export async function writeTree(
  files: Files,
  prefix: string,
  folder: string,
): Promise<void> {
  for (const [name, content] of files) {
    const target = path.join(folder, name);
    const inside = target.startsWith(`${folder}${path.sep}`);
    if (!name.startsWith(prefix) || !inside) continue;
    await mkdir(path.dirname(target), { recursive: true });
    await writeFile(target, content);
  }
}
