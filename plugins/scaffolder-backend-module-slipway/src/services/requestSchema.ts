import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import { z } from 'zod';
import { ServiceRequest } from './RequestService';

const NAME = /^[a-z][a-z0-9-]{1,30}[a-z0-9]$/;
const NAME_RULE =
  'must be 3 to 32 lower-case letters, digits and dashes, start with a letter and not end with a dash, such as order-mailer';

const name = z.string().regex(NAME, NAME_RULE);

const requestSchema = z.object({
  name,
  description: z
    .string()
    .trim()
    .min(1, 'must say in a few words what the service is for')
    .max(200, 'must be 200 characters at most')
    .regex(/^\P{Cc}*$/u, 'must be one line of plain text'),
  environments: z
    .array(z.string())
    .min(1, 'must name at least one environment')
    .max(20, 'must name 20 environments at most'),
  queues: z.array(name).max(20, 'must name 20 queues at most'),
});

/**
 * The parts of a request that need nothing but themselves to be judged.
 *
 * @throws InputError naming the field and what would do.
 */
export function parseRequest(request: ServiceRequest): ServiceRequest {
  const parsed = requestSchema.safeParse(request);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new InputError(`${fieldName(issue.path)} ${issue.message}`);
  }
  return {
    ...request,
    ...parsed.data,
    environments: [...new Set(parsed.data.environments)],
    owner: entityRef('owner', request.owner, 'group'),
    system: entityRef('system', request.system, 'system'),
  };
}

function fieldName([field, ...rest]: readonly PropertyKey[]): string {
  if (field === 'queues') return `queue name`;
  return [field, ...rest].map(String).join('.');
}

function entityRef(field: string, ref: string, defaultKind: string): string {
  try {
    return stringifyEntityRef(
      parseEntityRef(ref, { defaultKind, defaultNamespace: 'default' }),
    );
  } catch {
    throw new InputError(
      `${field} must be an entity ref such as ${defaultKind}:default/orders`,
    );
  }
}
