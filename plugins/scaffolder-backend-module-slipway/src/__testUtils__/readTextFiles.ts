import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Texts of the files below some folders, by path with forward slashes. What Terraform leaves behind is left out. */
export function readTextFiles(
  root: string,
  folders: readonly string[],
): Record<string, string> {
  const paths = folders.flatMap(folder =>
    globSync(`${folder}/**/*.*`, {
      cwd: root,
      exclude: name => name === '.terraform',
    }),
  );
  return Object.fromEntries(
    paths.map(path => [
      path.replaceAll('\\', '/'),
      readFileSync(join(root, path), 'utf8'),
    ]),
  );
}
