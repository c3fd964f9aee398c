import { z } from 'zod';

/**
 * What is known of the request behind a pull request: written into its body by the golden path, so that a
 * request can be rebuilt from GitHub alone.
 * @public
 */
export const requestMetadataSchema = z.object({
  version: z.literal(1),
  /** Stable for one template and one entity: a second run of the form updates the same pull request. */
  id: z.string().regex(/^[a-z0-9-]{1,80}$/),
  /** Entity ref of the template. */
  template: z.string(),
  templateVersion: z.string(),
  /** Entity ref of the person who asked. */
  requester: z.string(),
  /** Entity ref of what the request creates or changes. It need not exist yet. */
  entity: z.string(),
  environments: z.array(z.string()),
  /** What the form said. */
  parameters: z.record(z.string(), z.unknown()),
  /** Number of the change that it takes back. */
  reverts: z.int().positive().optional(),
});

/** @public */
export type RequestMetadata = z.infer<typeof requestMetadataSchema>;

const OPEN = '<!-- slipway:request';
const CLOSE = '-->';

/** Writes request metadata as a comment for a pull request body. @public */
export function formatRequestMetadata(metadata: RequestMetadata): string {
  // The JSON must not be able to close the comment it stands in.
  const json = JSON.stringify(metadata, undefined, 2).replace(/[<>]/g, char =>
    char === '<' ? '\\u003c' : '\\u003e',
  );
  return `${OPEN}\n${json}\n${CLOSE}`;
}

/**
 * Reads request metadata out of a pull request body.
 *
 * @returns undefined when there is none or it does not fit the schema: the body is anybody's to edit.
 * @public
 */
export function parseRequestMetadata(
  body: string | undefined | null,
): RequestMetadata | undefined {
  const start = body?.indexOf(OPEN) ?? -1;
  if (!body || start < 0) return undefined;
  const end = body.indexOf(CLOSE, start);
  if (end < 0) return undefined;
  try {
    const json = JSON.parse(body.slice(start + OPEN.length, end));
    return requestMetadataSchema.safeParse(json).data;
  } catch {
    return undefined;
  }
}

/** Commit trailer that names who asked; read together with the body, because history is harder to edit. @public */
export const REQUESTED_BY_TRAILER = 'Slipway-Requested-By';
/** Commit trailer with the id of the request. @public */
export const REQUEST_ID_TRAILER = 'Slipway-Request-Id';
