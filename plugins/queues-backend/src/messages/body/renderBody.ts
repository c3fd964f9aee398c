import { visibleText } from '@slipway/platform-common';
import { MessageBody } from '@slipway/plugin-queues-common';
import { z } from 'zod';
import { MaskedText, Masker } from '../masking/Masker';
import { hexDump } from './hexDump';
import { JsonWriter } from './JsonWriter';
import { parseJson } from './parseJson';
import {
  BinaryBody,
  UnpackedBody,
  unpackBytes,
  unpackText,
} from './unpackBody';

/** How bodies are shown. */
export interface RenderOptions {
  readonly masker: Masker;
  /** Characters of a body that are shown. */
  readonly maxChars: number;
}

/** Secrets that the cut would halve are masked first: this many characters more are looked at. */
const OVERLAP = 8_192;

/** https://docs.aws.amazon.com/sns/latest/dg/sns-message-and-json-formats.html */
const snsSchema = z.object({
  Type: z.string(),
  TopicArn: z.string(),
  Message: z.string(),
});

/** https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-events-structure.html */
const eventBridgeSchema = z.object({
  'detail-type': z.string(),
  source: z.string(),
  detail: z.unknown(),
});

/** A body as plain text that is safe to show: unpacked, masked, bounded, nothing invisible in it. */
export function renderBody(body: string, options: RenderOptions): MessageBody {
  const bytes = Buffer.byteLength(body);
  return { ...render(unpackText(body), options), bytes };
}

/** The same for binary data, as attributes can hold. */
export function renderBytes(
  data: Uint8Array,
  options: RenderOptions,
): MessageBody {
  const unpacked = unpackBytes(data);
  return { ...render(unpacked, options), bytes: data.length };
}

function render(
  unpacked: UnpackedBody,
  options: RenderOptions,
): Omit<MessageBody, 'bytes'> {
  if (!('text' in unpacked)) return renderBinary(unpacked, options);
  const { text, decoded } = unpacked;
  const json = parseJson(text);
  return json
    ? renderJson(text, json.value, decoded, options)
    : renderText(text, decoded, options);
}

function renderJson(
  text: string,
  value: object,
  decoded: readonly string[],
  options: RenderOptions,
): Omit<MessageBody, 'bytes'> {
  const isSns = snsSchema.safeParse(value).success;
  const envelope = isSns ? ['sns'] : [];
  if (eventBridgeSchema.safeParse(value).success) envelope.push('eventbridge');
  const written = JsonWriter.write(text, {
    masker: options.masker,
    maxChars: options.maxChars + OVERLAP,
    unfold: isSns ? 'Message' : undefined,
  });
  return {
    kind: 'json',
    decoded: [...decoded, ...envelope],
    ...cut(written, options),
  };
}

function renderText(
  text: string,
  decoded: readonly string[],
  options: RenderOptions,
): Omit<MessageBody, 'bytes'> {
  const start = text.slice(0, options.maxChars + OVERLAP);
  const masked = {
    ...options.masker.maskText(start),
    complete: start.length === text.length,
  };
  return { kind: 'text', decoded: [...decoded], ...cut(masked, options) };
}

/** Masks by the operator's patterns what will be shown, then cuts it. */
function cut(
  { text, masked, complete }: MaskedText & { complete: boolean },
  { masker, maxChars }: RenderOptions,
): Pick<MessageBody, 'text' | 'masked' | 'truncatedAt'> {
  const shown = masker.maskShown(visibleText(text));
  const truncated = !complete || shown.text.length > maxChars;
  return {
    text: truncated ? withoutHalf(shown.text.slice(0, maxChars)) : shown.text,
    masked: masked + shown.masked,
    ...(truncated && { truncatedAt: maxChars }),
  };
}

/** A cut between the two halves of a character beyond U+FFFF leaves neither. */
function withoutHalf(text: string): string {
  return text.replace(/[\ud800-\udbff]$/, '');
}

function renderBinary(
  { bytes, note, decoded }: BinaryBody,
  { maxChars }: RenderOptions,
): Omit<MessageBody, 'bytes'> {
  // Rows of 16 bytes have 77 characters.
  const limit = Math.min(1_024, Math.floor(maxChars / 77) * 16);
  const dump = hexDump(bytes, limit);
  return {
    kind: 'binary',
    text: note ? `(${note})\n${dump}` : dump,
    decoded: [...decoded],
    masked: 0,
    ...(bytes.length > limit && { truncatedAt: limit }),
  };
}
