import { readdir, readFile } from 'node:fs/promises';
import { dirname, join, posix } from 'node:path';

/** The files beside and below a file, by their path with forward slashes. Links are not followed. */
export async function readDirectory(
  file: string,
): Promise<Array<{ path: string; content: Buffer }>> {
  return readFolder(dirname(file));
}

/** The files below a folder, by their path with forward slashes. Links are not followed. */
export async function readFolder(
  folder: string,
): Promise<Array<{ path: string; content: Buffer }>> {
  return readBelow(folder, '');
}

async function readBelow(
  root: string,
  below: string,
): Promise<Array<{ path: string; content: Buffer }>> {
  const entries = await readdir(join(root, below), { withFileTypes: true });
  const nested = await Promise.all(
    entries.map(async entry => {
      const path = posix.join(below, entry.name);
      if (entry.isDirectory()) return readBelow(root, path);
      if (!entry.isFile()) return [];
      return [{ path, content: await readFile(join(root, path)) }];
    }),
  );
  return nested.flat();
}
