import type { Request, Response } from 'express';
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { constants, gzip } from 'node:zlib';

const compress = promisify(gzip);

interface Encoded {
  readonly etag: string;
  readonly json: Buffer;
  readonly gzipped: Promise<Buffer>;
}

const encodings = new WeakMap<object, Encoded>();

/**
 * Sends an object that many requests share as JSON, written and compressed once for all of them. It must not be changed
 * afterwards. A browser that has it already is told so.
 */
export async function sendShared(
  req: Request,
  res: Response,
  value: object,
): Promise<void> {
  const { etag, json, gzipped } = encode(value);
  res.type('json');
  res.vary('Accept-Encoding');
  res.set({ ETag: etag, 'Cache-Control': 'private, no-cache' });
  if (req.fresh) {
    res.status(304).end();
  } else if (req.acceptsEncodings('gzip')) {
    res.set('Content-Encoding', 'gzip').end(await gzipped);
  } else {
    res.end(json);
  }
}

function encode(value: object): Encoded {
  const known = encodings.get(value);
  if (known) {
    return known;
  }
  const json = Buffer.from(JSON.stringify(value));
  const encoded: Encoded = {
    etag: `W/"${createHash('sha256').update(json).digest('base64url')}"`,
    json,
    // Most of what there is to gain, at a third of the time.
    gzipped: compress(json, { level: constants.Z_BEST_SPEED }),
  };
  encodings.set(value, encoded);
  return encoded;
}
