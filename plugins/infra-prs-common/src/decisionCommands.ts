import { z } from 'zod';

const headSha = z.string().regex(/^[0-9a-f]{40}$/, 'must be a full commit id');
const planDigest = z
  .string()
  .regex(/^sha256:[0-9a-f]{64}$/, 'must be a plan digest');
const words = (most: number) =>
  z.string().trim().min(1, 'must say something').max(most);

/** A review that asks for changes of what was on the screen. @public */
export const requestChangesCommandSchema = z.strictObject({
  headSha,
  comment: words(4000),
});

/** A comment in the conversation of the pull request. @public */
export const commentCommandSchema = z.strictObject({ comment: words(4000) });

/** Closes without merging; whoever asked for it withdraws it. @public */
export const closeCommandSchema = z.strictObject({ reason: words(1000) });

/** @public */
export const reopenCommandSchema = z.strictObject({
  comment: words(1000).optional(),
});

/** @public */
export const draftCommandSchema = z.strictObject({ draft: z.boolean() });

/** Merges as soon as GitHub lets it, or no longer does; what is switched on is what was on the screen. @public */
export const autoMergeCommandSchema = z.discriminatedUnion('enabled', [
  z.strictObject({ enabled: z.literal(true), headSha, planDigest }),
  z.strictObject({ enabled: z.literal(false) }),
]);

/** How long the reason for breaking the glass is at least. @public */
export const BREAK_GLASS_REASON_LENGTH = 20;

/** Merges without what Slipway's own rules ask for. @public */
export const breakGlassCommandSchema = z.strictObject({
  headSha,
  planDigest,
  reason: z
    .string()
    .trim()
    .min(
      BREAK_GLASS_REASON_LENGTH,
      `must say why, in ${BREAK_GLASS_REASON_LENGTH} characters at least`,
    )
    .max(1000),
  /** The number of the change or the name of its entity, typed by hand. */
  confirm: z.string().trim().min(1).max(200),
});

/** @public */
export type RequestChangesCommand = z.infer<typeof requestChangesCommandSchema>;
/** @public */
export type CommentCommand = z.infer<typeof commentCommandSchema>;
/** @public */
export type CloseCommand = z.infer<typeof closeCommandSchema>;
/** @public */
export type ReopenCommand = z.infer<typeof reopenCommandSchema>;
/** @public */
export type DraftCommand = z.infer<typeof draftCommandSchema>;
/** @public */
export type AutoMergeCommand = z.infer<typeof autoMergeCommandSchema>;
/** @public */
export type BreakGlassCommand = z.infer<typeof breakGlassCommandSchema>;
