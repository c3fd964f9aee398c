import { z } from 'zod';
import { requestMetadataSchema } from './requestMetadata';

const headSha = z.string().regex(/^[0-9a-f]{40}$/, 'must be a full commit id');
const planDigest = z
  .string()
  .regex(/^sha256:[0-9a-f]{64}$/, 'must be a plan digest');

/** What was on the screen when the reviewer pressed Approve. @public */
export const approveCommandSchema = z.strictObject({
  headSha,
  planDigest,
  comment: z.string().trim().max(4000).optional(),
});

/** @public */
export const mergeCommandSchema = z.strictObject({ headSha, planDigest });

/** Sent by the golden path once its pull request is open. @public */
export const recordCommandSchema = z.strictObject({
  pullRequestNumber: z.int().positive(),
  metadata: requestMetadataSchema,
  /** Its pull requests in other repositories. */
  pulls: z
    .array(
      z.strictObject({
        role: z.enum(['service', 'gitops']),
        /** `host/owner/repo`. */
        repository: z.string().regex(/^[\w.:-]+\/[\w.-]+\/[\w.-]+$/),
        number: z.int().positive(),
        url: z.url({ protocol: /^https?$/ }),
      }),
    )
    .max(4)
    .default([]),
});

/** @public */
export type ApproveCommand = z.infer<typeof approveCommandSchema>;
/** @public */
export type MergeCommand = z.infer<typeof mergeCommandSchema>;
/** @public */
/** As it is sent; what has a default may be left out. @public */
export type RecordRequest = z.input<typeof recordCommandSchema>;
/** @public */
export type RecordCommand = z.infer<typeof recordCommandSchema>;

/** Header in which the browser sends the signed-in person's own GitHub token. @public */
export const GITHUB_TOKEN_HEADER = 'x-slipway-github-token';
/** Signals channel told after each change Slipway makes; the message is `{ number }`. @public */
export const INFRA_PRS_CHANNEL = 'slipway:infra-prs';
/** What is told on {@link INFRA_PRS_CHANNEL}: that a change moved, never how. @public */
export const infraPrsSignalSchema = z.object({ number: z.number() });
