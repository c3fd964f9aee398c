import { createHash } from 'node:crypto';

/** What is signed of an HTTP request, as it came over the wire. */
export interface SignedRequest {
  readonly method: string;
  /** Path and query, still encoded. */
  readonly url: string;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
}

export function sha256Hex(data: Buffer | string): string {
  return createHash('sha256').update(data).digest('hex');
}

/** RFC 3986 encoding: all but the unreserved characters. */
function encode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    char => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Each segment of the encoded path is encoded once more (all services but S3). */
function canonicalPath(path: string): string {
  return path.split('/').map(encode).join('/') || '/';
}

function canonicalQuery(query: string): string {
  return query
    .split('&')
    .filter(Boolean)
    .map(pair => {
      const [name, ...value] = pair.split('=');
      return [encode(decode(name)), encode(decode(value.join('=')))];
    })
    .sort(([a, x], [b, y]) => compare(a, b) || compare(x, y))
    .map(pair => pair.join('='))
    .join('&');
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/**
 * The canonical request of Signature Version 4, see
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
 */
export function canonicalRequest(
  { method, url, headers, body }: SignedRequest,
  signedHeaders: readonly string[],
): string {
  const [path, ...query] = url.split('?');
  const lines = signedHeaders.map(name => {
    const values = [headers[name] ?? ''].flat();
    const trimmed = values.map(value => value.trim().replace(/ +/g, ' '));
    return `${name}:${trimmed.join(',')}\n`;
  });
  return [
    method,
    canonicalPath(path),
    canonicalQuery(query.join('?')),
    lines.join(''),
    signedHeaders.join(';'),
    sha256Hex(body),
  ].join('\n');
}
