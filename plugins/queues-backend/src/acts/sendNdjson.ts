import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Response } from 'express';

/**
 * Streams items as NDJSON, one line each. The first is awaited before the answer begins, so that what fails at once has a
 * status of its own; what fails later breaks the connection, so that nobody takes a part for the whole.
 * @returns how many were sent.
 */
export async function sendNdjson(
  response: Response,
  items: AsyncGenerator<unknown>,
  options: { fileName: string; headers?: Readonly<Record<string, string>> },
): Promise<number> {
  const first = await items.next();
  let count = 0;
  async function* lines() {
    try {
      if (first.done) return;
      count += 1;
      yield `${JSON.stringify(first.value)}\n`;
      for await (const item of items) {
        count += 1;
        yield `${JSON.stringify(item)}\n`;
      }
    } finally {
      await items.return(undefined);
    }
  }
  response.status(200).set({
    'content-type': 'application/x-ndjson; charset=utf-8',
    'content-disposition': `attachment; filename="${options.fileName}"`,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    ...options.headers,
  });
  await pipeline(Readable.from(lines()), response);
  return count;
}
