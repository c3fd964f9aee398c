import { readFile } from 'node:fs/promises';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { z } from 'zod';

/** A block of the provider: its attributes and the blocks in it. */
export interface BlockSchema {
  /** r: required, o: optional, c: only read. */
  readonly a: Readonly<Record<string, 'r' | 'o' | 'c'>>;
  readonly b?: Readonly<Record<string, BlockSchema>>;
  /** Least number of such blocks. */
  readonly min?: number;
}

/** Resource types by name. */
export type ProviderSchema = Readonly<Record<string, BlockSchema>>;

const blockSchema: z.ZodType<BlockSchema> = z.object({
  a: z.record(z.string(), z.enum(['r', 'o', 'c'])),
  b: z
    .record(
      z.string(),
      z.lazy(() => blockSchema),
    )
    .optional(),
  min: z.number().optional(),
});

let loaded: Promise<ProviderSchema> | undefined;

/**
 * The part of the AWS provider's schema that our modules use, written by `scripts/make-aws-schema.mjs` from
 * `terraform providers schema -json`.
 */
export function readProviderSchema(): Promise<ProviderSchema> {
  loaded ??= readFile(
    resolvePackagePath(
      '@slipway/plugin-scaffolder-backend-module-slipway',
      'assets/aws-schema.json',
    ),
    'utf8',
  ).then(text => z.record(z.string(), blockSchema).parse(JSON.parse(text)));
  return loaded;
}
