import { open } from 'node:fs/promises';
import { z } from 'zod';
import { CommandError, EXIT } from './exitCodes';

const MEGABYTE = 1024 * 1024;
/** As much as the reader of plans takes, in bytes. */
const MAX_BYTES = 200 * MEGABYTE;
/** Errors of Node.js; they may come from another realm. */
const codeSchema = z.object({ code: z.string() });

const WHY = new Map([
  ['ENOENT', 'there is no such file'],
  ['EISDIR', 'it is a folder'],
  ['EACCES', 'you may not read it'],
]);

/**
 * Text of a file; `-` is the standard input, which is read to its end.
 *
 * @throws CommandError for what is not there, is no file or is too large.
 */
export async function readFile(file: string): Promise<string> {
  const path = file === '-' ? '/dev/stdin' : file;
  try {
    const handle = await open(path);
    try {
      const { size } = await handle.stat();
      if (size > MAX_BYTES) {
        throw unreadable(
          file,
          `it has ${Math.ceil(size / MEGABYTE)} MB, more than ${
            MAX_BYTES / MEGABYTE
          }`,
        );
      }
      const bytes = await handle.readFile();
      // PowerShell redirects in UTF-16.
      const isUtf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
      return bytes.toString(isUtf16 ? 'utf16le' : 'utf8');
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (error instanceof CommandError) throw error;
    const code = codeSchema.safeParse(error).data?.code;
    throw unreadable(file, WHY.get(code ?? '') ?? code ?? 'it fails');
  }
}

function unreadable(file: string, why: string): CommandError {
  return new CommandError(EXIT.unreadable, `${file} cannot be read: ${why}.`);
}
