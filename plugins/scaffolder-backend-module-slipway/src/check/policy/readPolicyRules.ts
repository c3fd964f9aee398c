import { readFile } from 'node:fs/promises';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { parse } from 'yaml';
import { z } from 'zod';
import { PolicyRule, policyRuleSchema } from './PolicyRule';

let loaded: Promise<readonly PolicyRule[]> | undefined;

/** The policy of the platform, `assets/policy-rules.yaml`. */
export function readPolicyRules(): Promise<readonly PolicyRule[]> {
  loaded ??= readFile(
    resolvePackagePath(
      '@slipway/plugin-scaffolder-backend-module-slipway',
      'assets/policy-rules.yaml',
    ),
    'utf8',
  ).then(text => z.array(policyRuleSchema).parse(parse(text)));
  return loaded;
}
