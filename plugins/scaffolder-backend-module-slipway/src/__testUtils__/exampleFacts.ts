import { PlatformFacts, platformFactsSchema } from '@slipway/platform-common';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** The facts of a demo environment, as `terraform/live` has them. */
export function exampleFacts(environment: string): PlatformFacts {
  const file = resolve(
    __dirname,
    '../../../../terraform/live',
    environment,
    'environment/facts.json',
  );
  return platformFactsSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
}
