import { z } from 'zod';
import { fromJson, Unknown, Value } from '@slipway/infrastructure-code';
import { PolicySubject } from './PolicyRule';
import { toPolicyValues } from './toPolicyValues';

const values = z.record(z.string(), z.unknown());
const planSchema = z.object({
  resource_changes: z
    .array(
      z.object({
        address: z.string(),
        module_address: z.string().optional(),
        mode: z.string(),
        type: z.string(),
        change: z.object({
          after: values.nullable(),
          after_unknown: z.union([z.boolean(), values]).default(false),
        }),
      }),
    )
    .default([]),
});

/**
 * What rules see of a plan: every managed resource as it will be. Resources that go away break no rule.
 *
 * @param plan - parsed output of `terraform show -json <plan>`,
 * https://developer.hashicorp.com/terraform/internals/json-format
 * @throws ZodError when it is none.
 */
export function planSubjects(plan: unknown): PolicySubject[] {
  return planSchema
    .parse(plan)
    .resource_changes.flatMap(
      ({ address, module_address, mode, type, change }) => {
        if (mode !== 'managed' || change.after === null) return [];
        const unknown =
          typeof change.after_unknown === 'boolean' ? {} : change.after_unknown;
        const merged: Record<string, Value> = {};
        for (const [name, value] of Object.entries(change.after)) {
          merged[name] = fromJson(value);
        }
        for (const [name, flag] of Object.entries(unknown)) {
          if (flag === true) merged[name] = Unknown.value;
        }
        const module = module_address ? `${module_address}.` : '';
        return [{ address, type, module, values: toPolicyValues(merged) }];
      },
    );
}
