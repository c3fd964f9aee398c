import { z } from 'zod';

const inputSchema = z
  .object({
    pullRequestId: z.string().optional(),
    id: z.string().optional(),
    expectedHeadOid: z.string().optional(),
    mergeMethod: z
      .string()
      .transform(method => method.toLowerCase())
      .pipe(z.enum(['merge', 'squash', 'rebase']))
      .optional(),
  })
  .transform(({ id, pullRequestId, ...input }) => ({
    ...input,
    pullRequestId: pullRequestId ?? id ?? '',
  }));

/** What the mutations of pull requests take. */
export type MutationInput = z.infer<typeof inputSchema>;

const MUTATION =
  /^\s*mutation\b[^{]*\{\s*(\w+)\s*\(\s*input:\s*(\{([^}]*)\}|\$(\w+))\s*\)/;

/** The field and the input of a mutation whose values are all variables; undefined for any other operation. */
export function readMutation(
  query: string,
  variables: Readonly<Record<string, unknown>>,
): { field: string; input: MutationInput } | undefined {
  const match = MUTATION.exec(query);
  if (!match) return undefined;
  const [, field, , pairs = '', whole] = match;
  const named = [...pairs.matchAll(/(\w+)\s*:\s*\$(\w+)/g)].map(
    ([, key, variable]) => [key, variables[variable]] as const,
  );
  const given = whole ? variables[whole] : Object.fromEntries(named);
  const input = inputSchema.safeParse(given);
  return input.success ? { field, input: input.data } : undefined;
}
