import { z } from 'zod';

const pullRequestSchema = z.object({
  number: z.number(),
  title: z.string(),
  /** Path in the portal, `/infra-prs/12`. */
  url: z.string().regex(/^\/infra-prs\/\d+$/),
});

/** Links go into pages: nothing but the web may be linked to. */
export const webUrlSchema = z.string().regex(/^https?:\/\//);

/** Schema of {@link Revision}. @public */
export const revisionSchema = z.object({
  /** Full commit id, a chart version or a task definition such as `orders:12`. */
  sha: z.string(),
  /** Commit page at the Git host. */
  url: webUrlSchema.optional(),
  /** First line of the commit message. */
  message: z.string().optional(),
  author: z.string().optional(),
  /** ISO 8601. */
  date: z.string().optional(),
  pullRequest: pullRequestSchema.optional(),
});

/** The pull request that brought a commit. @public */
export type RevisionPullRequest = Readonly<z.infer<typeof pullRequestSchema>>;

/** What was deployed: a commit where it is known, otherwise just the text the platform gives. @public */
export type Revision = Readonly<z.infer<typeof revisionSchema>>;
