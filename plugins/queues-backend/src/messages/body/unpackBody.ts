import { gunzipSync } from 'node:zlib';
import { z } from 'zod';

/** What was inside of a body, and how it was unpacked. */
export interface TextBody {
  readonly text: string;
  readonly decoded: readonly string[];
}

export interface BinaryBody {
  readonly bytes: Uint8Array;
  readonly decoded: readonly string[];
  /** Why it could not be unpacked further. */
  readonly note?: string;
}

export type UnpackedBody = TextBody | BinaryBody;

/** What a gzip may unpack to. A bomb of 1 MiB would make a gigabyte. */
const MAX_UNZIPPED = 2 * 1024 * 1024;
/** Shorter texts of these letters are words and ids rather than base64. */
const MIN_BASE64 = 16;
/** Bytes that are no text are believed to be base64 only when there are so many. */
const MIN_BINARY = 48;
const codeSchema = z.object({ code: z.string() });
const BASE64 = /^[A-Za-z0-9+/_-]+={0,2}$/;

/** Unpacks base64, and gzip inside of it; any other text stays as it is. */
export function unpackText(text: string): UnpackedBody {
  const packed = text.trim().replace(/\r?\n/g, '');
  if (!isBase64(packed)) return { text, decoded: [] };
  const bytes = Buffer.from(packed, 'base64');
  const inner = unpackBytes(bytes);
  if ('text' in inner || isGzip(bytes) || looksPacked(packed, bytes)) {
    return { ...inner, decoded: ['base64', ...inner.decoded] };
  }
  return { text, decoded: [] };
}

/** Unpacks gzip, and tells text from binary data. */
export function unpackBytes(bytes: Uint8Array): UnpackedBody {
  if (!isGzip(bytes)) return textOrBytes(bytes, []);
  try {
    const unzipped = gunzipSync(bytes, { maxOutputLength: MAX_UNZIPPED });
    return textOrBytes(unzipped, ['gzip']);
  } catch (error) {
    const { data } = codeSchema.safeParse(error);
    const tooBig = data?.code === 'ERR_BUFFER_TOO_LARGE';
    const note = tooBig
      ? `gzip of more than ${MAX_UNZIPPED} bytes, which is not unpacked`
      : 'gzip that is damaged or cut off';
    return { bytes, note, decoded: [] };
  }
}

function textOrBytes(bytes: Uint8Array, decoded: string[]): UnpackedBody {
  const text = textOf(bytes);
  return text === undefined ? { bytes, decoded } : { text, decoded };
}

/** Undefined for what is not UTF-8, or holds more control characters than text does. */
function textOf(bytes: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    // eslint-disable-next-line no-control-regex
    const controls = text.match(/[\u0000-\u0008\u000e-\u001f]/g)?.length ?? 0;
    return controls * 20 > text.length ? undefined : text;
  } catch {
    return undefined;
  }
}

function isBase64(text: string): boolean {
  return (
    text.length >= MIN_BASE64 &&
    (text.length % 4 === 0 || !text.includes('=')) &&
    BASE64.test(text)
  );
}

function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

/** Whether text that decodes to no text is base64 at all: long, and of more kinds of characters than ids are. */
function looksPacked(text: string, bytes: Uint8Array): boolean {
  return (
    bytes.length >= MIN_BINARY &&
    text.length % 4 === 0 &&
    /[a-z]/.test(text) &&
    /[A-Z]/.test(text) &&
    /[\d+/]/.test(text)
  );
}
