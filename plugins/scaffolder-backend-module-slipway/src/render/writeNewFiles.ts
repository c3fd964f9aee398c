import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import { ConflictError } from '@backstage/errors';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { RenderedFile } from './PartRenderer';

/**
 * Writes files below `<folder>/<repository>`.
 *
 * @throws ConflictError for a file that another step wrote, NotAllowedError for a path that leads out.
 */
export async function writeNewFiles(
  folder: string,
  files: readonly RenderedFile[],
): Promise<void> {
  for (const { repository, path, content } of files) {
    const file = resolveSafeChildPath(folder, join(repository, path));
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, content, { flag: 'wx' }).catch(error => {
      if (error?.code !== 'EEXIST') throw error;
      throw new ConflictError(
        `Both the skeleton and a part write ${repository}/${path}`,
      );
    });
  }
}
