import { InputError } from '@backstage/errors';
import { z } from 'zod';

const MOST_ISSUES = 5;

/**
 * Parses what a form said.
 *
 * @throws InputError naming each field as the form does, what is wrong with it and what would do.
 */
export function parseSpec<T extends z.ZodType>(
  schema: T,
  spec: unknown,
): z.output<T> {
  const parsed = schema.safeParse(spec, { reportInput: true });
  if (parsed.success) return parsed.data;
  const { issues } = parsed.error;
  const words = issues
    .slice(0, MOST_ISSUES)
    .map(issue => `${fieldName(issue.path)} ${issueText(issue)}`);
  const more = issues.length - words.length;
  throw new InputError(
    `${words.join('; ')}${more > 0 ? `; and ${more} more` : ''}`,
  );
}

/** `queues[0].name` for a path. */
export function fieldName(path: readonly PropertyKey[]): string {
  const [field = 'The form', ...rest] = path.map(part =>
    typeof part === 'number' ? `[${part}]` : `.${String(part)}`,
  );
  return `${field.replace(/^\./, '')}${rest.join('')}`;
}

function issueText(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'unrecognized_keys':
      return `has ${issue.keys
        .map(key => `'${key.slice(0, 40)}'`)
        .join(', ')}, which there is not; leave it out`;
    case 'invalid_type':
      return issue.input === undefined
        ? 'must be given'
        : `must be ${article(issue.expected)}`;
    case 'invalid_value':
      return `must be ${issue.values.map(String).join(' or ')}`;
    default:
      return issue.message;
  }
}

function article(type: string): string {
  const known: Record<string, string> = {
    string: 'text',
    boolean: 'true or false',
    array: 'a list',
    object: 'a group of fields',
    int: 'a whole number',
  };
  return known[type] ?? `a ${type}`;
}
