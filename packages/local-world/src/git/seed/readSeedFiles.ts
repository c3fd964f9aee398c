import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

/** Folders of the Slipway repository, and where they stand in the infrastructure repository. */
const SEEDED: ReadonlyArray<readonly [from: string, to: string]> = [
  ['terraform', 'terraform'],
  ['gitops', 'gitops'],
  ['packages/local-world/demo/catalog', 'catalog'],
];
/** What working with Terraform leaves behind. */
const IGNORED =
  /(^|\/)(\.terraform|\.terraform\.lock\.hcl|.*\.tfstate.*)(\/|$)/;

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, {
    recursive: true,
    withFileTypes: true,
  });
  return entries
    .filter(entry => entry.isFile())
    .map(entry =>
      path.relative(folder, path.join(entry.parentPath, entry.name)),
    )
    .filter(file => !IGNORED.test(file));
}

/** Files of the demo's `acme/infrastructure`, by path, out of a checkout of Slipway. */
export async function readSeedFiles(
  sourceDir: string,
): Promise<ReadonlyMap<string, Buffer>> {
  const files = new Map<string, Buffer>();
  for (const [from, to] of SEEDED) {
    const folder = path.join(sourceDir, from);
    for (const file of await filesBelow(folder)) {
      const target = path.posix.join(to, ...file.split(path.sep));
      files.set(target, await readFile(path.join(folder, file)));
    }
  }
  return files;
}
