import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { z } from 'zod';

/** @public */
export interface InfraPrsConfig {
  readonly mergeMethod: 'merge' | 'squash' | 'rebase';
  /** Slug of the GitHub App whose plan and apply checks count; any when undefined. */
  readonly runnerApp?: string;
}

/** Reads `slipway.infraPrs`. @throws InputError naming the key and what would do. */
export function readInfraPrsConfig(config: Config): InfraPrsConfig {
  const key = 'slipway.infraPrs.mergeMethod';
  const parsed = z
    .enum(['merge', 'squash', 'rebase'])
    .default('merge')
    .safeParse(config.getOptionalString(key));
  if (!parsed.success) {
    throw new InputError(
      `Config key '${key}' must be one of merge, squash and rebase`,
    );
  }
  return {
    mergeMethod: parsed.data,
    runnerApp: config.getOptionalString('slipway.infraPrs.runnerApp'),
  };
}
