import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { forgotten } from './deviations';
import { Terraform } from './Terraform';

export interface ApplyReport {
  readonly applied: number;
  readonly applySeconds: number;
  /** Arguments that a second plan would change and that `forgotten` does not explain: `address: argument`. */
  readonly drift: readonly string[];
  readonly destroyed: number;
  readonly destroySeconds: number;
}

/** State in the folder itself, and credentials that only moto takes. */
const overrides = `terraform {
  backend "local" {}
}

provider "aws" {
  region                  = "eu-west-1"
  access_key              = "test"
  secret_key              = "test"
  skip_metadata_api_check = true
}
`;

const planSchema = z.object({
  resource_changes: z
    .array(
      z.object({
        address: z.string(),
        type: z.string(),
        change: z.object({
          actions: z.array(z.string()),
          before: z.record(z.string(), z.unknown()).nullable(),
          after: z.record(z.string(), z.unknown()).nullable(),
          after_unknown: z.record(z.string(), z.unknown()).default({}),
        }),
      }),
    )
    .default([]),
});

/** A root that Terraform may use, with the endpoint of moto and the provider from a mirror, if there is one. */
export async function openRoot(
  folder: string,
  endpoint: string,
  mirror: string | undefined,
): Promise<Terraform> {
  writeFileSync(join(folder, 'moto_override.tf'), overrides);
  rmSync(join(folder, '.terraform.lock.hcl'), { force: true });
  const terraform = new Terraform(folder, { AWS_ENDPOINT_URL: endpoint });
  const plugins = mirror ? [`-plugin-dir=${mirror}`] : [];
  await terraform.run('init', '-input=false', '-no-color', ...plugins);
  return terraform;
}

/**
 * Applies a root, plans it once more, and destroys it.
 *
 * @throws TerraformError for a command that fails.
 */
export async function applyOnMoto(terraform: Terraform): Promise<ApplyReport> {
  const plain = ['-auto-approve', '-input=false', '-no-color'];
  const apply = await terraform.run('apply', ...plain);
  const applied = await resourcesIn(terraform);
  const drift = await driftOf(terraform);
  const destroy = await terraform.run('destroy', ...plain);
  return {
    applied,
    applySeconds: apply.seconds,
    drift,
    destroyed: applied - (await resourcesIn(terraform)),
    destroySeconds: destroy.seconds,
  };
}

async function resourcesIn(terraform: Terraform): Promise<number> {
  const { output } = await terraform.run('state', 'list');
  return output.split('\n').filter(line => line.trim() !== '').length;
}

async function driftOf(terraform: Terraform): Promise<string[]> {
  await terraform.run('plan', '-input=false', '-no-color', '-out=again.bin');
  const plan = planSchema.parse(
    await terraform.json('show', '-json', 'again.bin'),
  );
  return plan.resource_changes
    .filter(({ change }) => change.actions.join() !== 'no-op')
    .flatMap(({ address, type, change }) =>
      changedArguments(change)
        .filter(argument => !forgotten[type]?.includes(argument))
        .map(argument => `${address}: ${argument}`),
    );
}

type Change = z.infer<typeof planSchema>['resource_changes'][number]['change'];

/** The arguments that differ, or how a whole resource changes. */
function changedArguments({
  actions,
  before,
  after,
  after_unknown: unknown,
}: Change): string[] {
  if (before === null || after === null) return [actions.join(' and ')];
  const same = (key: string) =>
    JSON.stringify(compact(before[key])) ===
    JSON.stringify(compact(after[key]));
  return Object.keys(after).filter(
    key => !same(key) && unknown[key] === undefined,
  );
}

/** A document in JSON without the white space that moto puts into it. */
function compact(value: unknown): unknown {
  if (typeof value !== 'string' || !/^[{[]/.test(value)) return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}
