import { z } from 'zod';

/** First complaint about each path of a value, such as `indexes.0.name`; empty when there is none. */
export type Issues = ReadonlyMap<string, string>;

/** What a schema has against a value, by path. */
export function issuesByPath(schema: z.ZodType, value: unknown): Issues {
  const parsed = schema.safeParse(value, {
    error: ({ input }) => (input === undefined ? 'is missing' : undefined),
  });
  const issues = new Map<string, string>();
  for (const issue of parsed.error?.issues ?? []) {
    const path = issue.path.join('.');
    if (!issues.has(path)) issues.set(path, issue.message);
  }
  return issues;
}
