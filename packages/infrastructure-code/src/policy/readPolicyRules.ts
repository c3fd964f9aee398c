import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { z } from 'zod';
import { assetPath } from '../assetPath';
import { PolicyRule, policyRuleSchema } from './PolicyRule';

let loaded: Promise<readonly PolicyRule[]> | undefined;

/** The policy of the platform, `assets/policy-rules.yaml`. */
export function readPolicyRules(): Promise<readonly PolicyRule[]> {
  loaded ??= readFile(assetPath('policy-rules.yaml'), 'utf8').then(text =>
    z.array(policyRuleSchema).parse(parse(text)),
  );
  return loaded;
}
