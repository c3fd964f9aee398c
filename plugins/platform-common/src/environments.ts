import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { z } from 'zod';

const name = z
  .string()
  .regex(
    /^[a-z][a-z0-9-]{0,20}$/,
    'must be lower-case letters, digits and dashes, 21 characters at most',
  );

const approvalsSchema = z.strictObject({
  /** How many people have to approve a change, each counted once. */
  count: z
    .int('must be a whole number')
    .min(1, 'must be 1 at least')
    .max(10, 'must be 10 at most')
    .default(1),
  /** Groups that each have to give one of them. */
  groups: z.array(z.string().min(1)).max(10).default([]),
});

const environmentSchema = z.strictObject({
  name,
  title: z.string().min(1).optional(),
  account: z.string().regex(/^\d{12}$/, 'must be a 12-digit AWS account id'),
  region: z
    .string()
    .regex(
      /^[a-z]{2}(-[a-z]+)+-\d$/,
      'must be an AWS region such as eu-west-1',
    ),
  resourcePrefix: z.string().optional(),
  ecs: z.strictObject({ cluster: z.string().min(1) }).optional(),
  eks: z.strictObject({ cluster: z.string().min(1) }).optional(),
  argocd: z.strictObject({ instance: z.string().min(1) }).optional(),
  amp: z
    .strictObject({
      workspace: z.string().regex(/^ws-[a-z0-9-]+$/, 'must start with ws-'),
      endpoint: z.url().optional(),
    })
    .optional(),
  infrastructure: z.strictObject({
    path: z
      .string()
      .regex(
        /^(?!\/)(?!.*\.\.)[\w./-]+[^/]$/,
        'must be a relative path inside the infrastructure repository',
      ),
  }),
  protection: z.enum(['none', 'reviewed']).default('reviewed'),
  approvers: z.array(z.string()).default([]),
  approvals: approvalsSchema.optional(),
});

/**
 * One place where workloads run: an AWS account and region with its clusters, Argo CD, AMP
 * workspace and folder in the infrastructure repository.
 * @public
 */
export type SlipwayEnvironment = Readonly<
  Omit<z.infer<typeof environmentSchema>, 'title'> & { title: string }
>;

/** Where infrastructure pull requests are opened. @public */
export interface InfrastructureRepository {
  readonly host: string;
  readonly owner: string;
  readonly repo: string;
  /** Branch that pull requests are merged into. */
  readonly branch: string;
}

/**
 * Reads `slipway.environments[]`.
 *
 * @throws InputError naming the config key, what was wrong and what would do.
 * @public
 */
export function readEnvironments(config: Config): SlipwayEnvironment[] {
  const key = 'slipway.environments';
  const raw = config.getOptional(key);
  if (raw === undefined) {
    throw new InputError(
      `Config key '${key}' is missing; list at least one environment (see docs/guides/environments.md)`,
    );
  }
  const parsed = z.array(environmentSchema).min(1).safeParse(raw);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const path = issue.path.map(part =>
      typeof part === 'number' ? `[${part}]` : `.${String(part)}`,
    );
    throw new InputError(
      `Config key '${key}${path.join('')}' ${issue.message}`,
    );
  }
  const names = new Set<string>();
  for (const environment of parsed.data) {
    if (names.has(environment.name)) {
      throw new InputError(
        `Config key '${key}' names '${environment.name}' twice; environment names must be unique`,
      );
    }
    names.add(environment.name);
  }
  return parsed.data.map(environment => ({
    ...environment,
    title: environment.title ?? environment.name,
  }));
}

/**
 * Reads `slipway.infrastructure`, for example `{ repo: 'github.com/acme/infrastructure' }`.
 *
 * @throws InputError naming the config key, what was wrong and what would do.
 * @public
 */
export function readInfrastructureRepository(
  config: Config,
): InfrastructureRepository {
  const key = 'slipway.infrastructure.repo';
  const value = config.getString(key);
  const match = /^([\w.-]+(?::\d+)?)\/([\w.-]+)\/([\w.-]+)$/.exec(value);
  if (!match) {
    throw new InputError(
      `Config key '${key}' is '${value}'; expected host/owner/repo such as github.com/acme/infrastructure`,
    );
  }
  const [, host, owner, repo] = match;
  const branch =
    config.getOptionalString('slipway.infrastructure.branch') ?? 'main';
  return { host, owner, repo, branch };
}
