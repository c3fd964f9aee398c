import { changeRequestListSchema } from '@slipway/plugin-infra-prs-common';
import { z } from 'zod';
import { CommitFacts } from './changeFacts';

const { checks, totals, risk, environments } =
  changeRequestListSchema.shape.items.unwrap().element.shape;

const actorSchema = z.object({
  login: z.string().optional(),
  name: z.string(),
  isBot: z.boolean(),
});

/**
 * What a list shows of a pull request that is over, beyond what GitHub's own list says: worked out once from its files,
 * commits and checks, and kept.
 */
export const settledRowSchema = z.object({
  number: z.number(),
  /** It is about this commit: one that was opened again and pushed to is another. */
  headSha: z.string(),
  checks,
  totals,
  risk,
  environments,
  /** Files it touches, also under the names they had. */
  paths: z.array(z.string()),
  /** Names of what its plan is about, such as queues. */
  names: z.array(z.string()),
  /** Who wrote it; of the messages, what names people. */
  commits: z.array(
    z.object({
      sha: z.string(),
      message: z.string(),
      author: actorSchema,
      committer: actorSchema.optional(),
      url: z.string(),
    }),
  ),
});

export type SettledRow = Readonly<z.infer<typeof settledRowSchema>>;

/** Lines of a commit message that name people. */
const NAMES_PEOPLE = /^(Slipway-Requested-By|Co-authored-by):.*$/gim;

/** A commit as a row keeps it. */
export function shorten(commit: CommitFacts): SettledRow['commits'][number] {
  const { sha, author, committer, url } = commit;
  const message = (commit.message.match(NAMES_PEOPLE) ?? []).join('\n');
  return { sha, message, author, committer, url };
}
