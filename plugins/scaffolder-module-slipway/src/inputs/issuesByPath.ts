import { z } from 'zod';

/** First complaint about each path of a value, such as `indexes.0.name`; empty when there is none. */
export type Issues = ReadonlyMap<string, string>;

/** What is wrong in words that go on from the name of an answer; undefined for the rule's own. */
function plainWords(issue: z.core.$ZodRawIssue): string | undefined {
  if (issue.input === undefined) return 'is missing';
  if (issue.code === 'too_small' && issue.origin === 'number') {
    return `must be ${issue.minimum} or more`;
  }
  if (issue.code === 'too_big' && issue.origin === 'number') {
    return `must be ${issue.maximum} at most`;
  }
  if (issue.code === 'invalid_type' && issue.expected === 'int') {
    return 'must be a whole number';
  }
  return undefined;
}

/** What a schema has against a value, by path. */
export function issuesByPath(schema: z.ZodType, value: unknown): Issues {
  const parsed = schema.safeParse(value, { error: plainWords });
  const issues = new Map<string, string>();
  for (const issue of parsed.error?.issues ?? []) {
    const path = issue.path.join('.');
    if (!issues.has(path)) issues.set(path, issue.message);
  }
  return issues;
}
