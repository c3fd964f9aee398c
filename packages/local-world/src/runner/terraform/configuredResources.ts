import { TerraformPlan } from '@slipway/plugin-infra-prs-common';
import { z } from 'zod';
import { PlannedResource } from '../plan/PlannedResource';

const values = z.record(z.string(), z.unknown());

interface ModuleConfiguration {
  readonly resources?: ReadonlyArray<{
    readonly type: string;
    readonly name: string;
    readonly expressions?: Readonly<Record<string, unknown>>;
  }>;
  readonly module_calls?: Readonly<
    Record<string, { readonly module?: ModuleConfiguration }>
  >;
}

const moduleSchema: z.ZodType<ModuleConfiguration> = z.lazy(() =>
  z.object({
    resources: z
      .array(
        z.object({
          type: z.string(),
          name: z.string(),
          expressions: values.optional(),
        }),
      )
      .optional(),
    module_calls: z
      .record(z.string(), z.object({ module: moduleSchema.optional() }))
      .optional(),
  }),
);

const configurationSchema = z.object({ root_module: moduleSchema.default({}) });

/**
 * Resources of a plan with the arguments that the configuration writes out: what the provider fills in is not there to be
 * compared with what is read from the configuration alone. https://developer.hashicorp.com/terraform/internals/json-format
 */
export function configuredResources(
  plan: TerraformPlan,
): readonly PlannedResource[] {
  const configuration = configurationSchema.parse(plan.configuration);
  return (plan.resource_changes ?? [])
    .filter(({ mode }) => mode === 'managed')
    .flatMap(({ address, module_address: at, type, name, change }) => {
      const after = values.safeParse(change.after).data;
      if (!after) return [];
      const keys = configuredKeys(
        configuration.root_module,
        at ?? '',
        type,
        name,
      );
      const unknown = keys.filter(key => isMarked(change.after_unknown, key));
      const known = keys.filter(
        key => !unknown.includes(key) && after[key] !== null,
      );
      return [
        {
          address,
          type,
          values: Object.fromEntries(
            known
              .filter(key => after[key] !== undefined)
              .map(key => [key, withoutNulls(after[key])]),
          ),
          unknown,
          sensitive: keys.filter(key => isMarked(change.after_sensitive, key)),
        },
      ];
    })
    .sort((a, b) => a.address.localeCompare(b.address));
}

function configuredKeys(
  root: ModuleConfiguration,
  moduleAddress: string,
  type: string,
  name: string,
): readonly string[] {
  const steps = [...moduleAddress.matchAll(/module\.([^.[]+)(?:\[[^\]]*\])?/g)];
  const module = steps.reduce<ModuleConfiguration | undefined>(
    (at, [, call]) => at?.module_calls?.[call]?.module,
    root,
  );
  const resource = module?.resources?.find(
    entry => entry.type === type && entry.name === name,
  );
  return Object.keys(resource?.expressions ?? {}).sort();
}

/** Whether a tree of marks has one at or below a key. */
function isMarked(marks: unknown, key: string): boolean {
  const parsed = values.safeParse(marks);
  if (!parsed.success) return marks === true;
  const mark = parsed.data[key];
  if (typeof mark === 'boolean' || mark === undefined) return mark === true;
  return JSON.stringify(mark).includes('true');
}

function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls);
  const parsed = values.safeParse(value);
  if (!parsed.success) return value;
  return Object.fromEntries(
    Object.entries(parsed.data)
      .filter(([, part]) => part !== null)
      .map(([key, part]) => [key, withoutNulls(part)]),
  );
}
