import { z } from 'zod';
import { Millis } from '../../world/types';
import { AwsError } from '../server/AwsError';

/** A token is good for 15 minutes. */
const TOKEN_MS = 900_000;

const schema = z.object({
  start: z.number().int().positive(),
  issued: z.number(),
});

/** Names the page that begins at `start`. */
export const pageToken = (start: number, now: Millis): string =>
  Buffer.from(JSON.stringify({ start, issued: now })).toString('base64');

function decode(token: string): unknown {
  try {
    return JSON.parse(Buffer.from(token, 'base64').toString('utf8'));
  } catch {
    return undefined;
  }
}

/** Where the page of a token begins; an empty token is the first page. */
export function startOfPage(token: string, now: Millis): number {
  if (token === '') {
    return 0;
  }
  const parsed = schema.safeParse(decode(token));
  if (!parsed.success) {
    throw new AwsError(
      'InvalidParameterException',
      'PaginationToken is not one that this service gave',
    );
  }
  if (now - parsed.data.issued > TOKEN_MS) {
    throw new AwsError(
      'PaginationTokenExpiredException',
      'A PaginationToken is valid for a maximum of 15 minutes.',
    );
  }
  return parsed.data.start;
}
