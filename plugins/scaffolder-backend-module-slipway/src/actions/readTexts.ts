import { InputError } from '@backstage/errors';
import { readFolder } from '../preview/readDirectory';

/** What is not text is not looked at. */
const BINARY = /\.(?:png|jpe?g|gif|ico|woff2?|zip|jar|gz)$/;

/**
 * Texts below a folder of the workspace, by their path.
 *
 * @throws InputError when there is no such folder.
 */
export async function readTexts(folder: string): Promise<Map<string, string>> {
  const files = await readFolder(folder).catch(error => {
    throw new InputError('sourcePath is no folder of the workspace', error);
  });
  return new Map(
    files
      .filter(({ path }) => !BINARY.test(path))
      .map(({ path, content }) => [path, content.toString('utf8')] as const),
  );
}
