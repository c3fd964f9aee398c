import { z } from 'zod';
import { cutText, safeText } from '../plan/safeText';
import { maskSecrets } from './maskSecrets';

/** Longest error that is kept. */
export const MAX_APPLY_ERROR = 5_000;
/** More roots than a repository is applied with at once. */
const MAX_ROOTS = 1_000;
const MAX_CREATED = 500;

/** Text of at most `limit` characters in which nothing hides and no secret stands: whoever may write checks wrote it. */
const text = (limit: number) =>
  z.string().transform(raw =>
    // Cut before as well, so that the search for secrets has an end.
    cutText(maskSecrets(safeText(cutText(raw, 4 * limit))), limit),
  );
const amount = z.int().min(0).max(1_000_000).default(0);
const time = z.iso.datetime({ offset: true });

const createdSchema = z.object({
  /** `module.orders.aws_sqs_queue.this` */
  address: text(500),
  /** `aws_sqs_queue` */
  type: text(100),
  /** What people know it by, such as the name of a queue; undefined where that is not known or not told. */
  name: text(300).optional(),
});

/** Schema of {@link ApplyRoot}. @public */
export const applyRootSchema = z.object({
  /** Folder in the infrastructure repository. */
  path: text(500),
  environment: text(100),
  state: z.enum(['waiting', 'running', 'succeeded', 'failed']),
  startedAt: time.optional(),
  finishedAt: time.optional(),
  added: amount,
  changed: amount,
  destroyed: amount,
  /** What Terraform said, cut. */
  error: text(MAX_APPLY_ERROR).optional(),
  /** Resources that are there now and were not before. */
  created: z.array(createdSchema).max(MAX_CREATED).default([]).readonly(),
  /** How many more were created than are listed. */
  omittedCreated: z.int().positive().optional(),
});

/**
 * How an apply went, root by root, as a runner reports it in the text of the check run `slipway/apply` on the merge
 * commit, inside a fenced block (see {@link formatApplyReport}). A runner may post it anew while it works.
 * @public
 */
export const applyReportSchema = z.object({
  version: z.literal(1),
  /** The commit whose check it is. */
  commitSha: z.string().regex(/^[0-9a-f]{40}$/),
  roots: z.array(applyRootSchema).max(MAX_ROOTS).readonly(),
});

/** @public */
export type ApplyReport = Readonly<z.infer<typeof applyReportSchema>>;
/** How the apply of one root goes or went. @public */
export type ApplyRoot = Readonly<ApplyReport['roots'][number]>;
/** @public */
export type CreatedResource = Readonly<ApplyRoot['created'][number]>;
