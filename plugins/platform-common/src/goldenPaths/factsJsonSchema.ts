import { z } from 'zod';
import { platformFactsSchema } from './environmentFacts';

/**
 * `terraform/live/facts.schema.json`: what editors check a `facts.json` against, JSON Schema 2020-12.
 * @public
 */
export function factsJsonSchema(): Readonly<Record<string, unknown>> {
  const { $schema, properties, ...rest } = z.toJSONSchema(platformFactsSchema);
  return {
    $schema,
    title: 'Facts of an environment',
    description:
      'What the platform of one environment is, for Terraform and the portal.',
    ...rest,
    properties: { $schema: { type: 'string' }, ...properties },
  };
}
