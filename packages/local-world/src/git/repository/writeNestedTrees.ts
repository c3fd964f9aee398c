import { GitObjects } from './GitObjects';

interface Leaf {
  readonly path: string;
  readonly mode: string;
  readonly sha: string;
}

interface Entry {
  readonly name: string;
  readonly mode: string;
  readonly sha: string;
}

/** Writes the tree objects that hold these files, and answers that of the root. */
export async function writeNestedTrees(
  objects: GitObjects,
  files: readonly Leaf[],
): Promise<string> {
  const entries: Entry[] = [];
  const folders = new Map<string, Leaf[]>();
  for (const file of files) {
    const slash = file.path.indexOf('/');
    if (slash < 0) {
      entries.push({ name: file.path, mode: file.mode, sha: file.sha });
    } else {
      const folder = file.path.slice(0, slash);
      const inner = { ...file, path: file.path.slice(slash + 1) };
      folders.set(folder, [...(folders.get(folder) ?? []), inner]);
    }
  }
  for (const [name, inner] of folders) {
    const sha = await writeNestedTrees(objects, inner);
    entries.push({ name, mode: '40000', sha });
  }
  return objects.write('tree', formatTree(entries));
}

/** Git sorts by bytes, folders as if a slash stood behind their names. */
function formatTree(entries: readonly Entry[]): Buffer {
  const key = ({ name, mode }: Entry) =>
    Buffer.from(mode === '40000' ? `${name}/` : name);
  const sorted = [...entries].sort((a, b) => Buffer.compare(key(a), key(b)));
  return Buffer.concat(
    sorted.flatMap(({ name, mode, sha }) => [
      Buffer.from(`${mode.replace(/^0+/, '')} ${name}\0`),
      Buffer.from(sha, 'hex'),
    ]),
  );
}
