import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

/** What tools leave behind in a working copy. */
const leftovers = ['.terraform', 'node_modules', '.git', '.DS_Store'];

async function collect(
  folder: string,
  into: string,
  files: Map<string, Buffer>,
): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(
    () => [],
  );
  for (const entry of entries.sort((a, b) => a.name.localeCompare(b.name))) {
    const from = path.join(folder, entry.name);
    const to = path.posix.join(into, entry.name);
    if (leftovers.includes(entry.name) || /\.tfstate/.test(entry.name))
      continue;
    if (entry.isDirectory()) await collect(from, to, files);
    else if (entry.isFile()) files.set(to, await readFile(from));
  }
}

/** Folder of a seed with what the services' own repositories hold; it is no part of the infrastructure repository. */
export const SERVICES = 'services';

/**
 * Files of the demo's repositories, taken from a checkout of Slipway: its `terraform/` and `gitops/`, and the demo's
 * catalog and services.
 */
export async function collectSeed(
  sourceDir: string,
): Promise<ReadonlyMap<string, Buffer>> {
  const files = new Map<string, Buffer>();
  await collect(path.join(sourceDir, 'terraform'), 'terraform', files);
  await collect(path.join(sourceDir, 'gitops'), 'gitops', files);
  const demo = path.join(sourceDir, 'packages', 'local-world', 'demo');
  await collect(path.join(demo, 'catalog'), 'catalog', files);
  await collect(path.join(demo, 'services'), SERVICES, files);
  return files;
}
