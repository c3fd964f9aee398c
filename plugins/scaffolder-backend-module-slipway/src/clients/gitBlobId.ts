import { createHash } from 'node:crypto';

/** The id that Git gives a file's bytes, https://git-scm.com/book/en/v2/Git-Internals-Git-Objects. */
export function gitBlobId(content: string | Buffer): string {
  const bytes = Buffer.from(content);
  return createHash('sha1')
    .update(`blob ${bytes.length}\0`)
    .update(bytes)
    .digest('hex');
}
