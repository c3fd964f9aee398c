import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CheckOutcome, inParallel } from './Check';
import { runCommand } from './runCommand';

/** The provider of Terraform needs 0.6 to 0.9 GB and a core. */
const AT_ONCE = 2;

/** A plan without state needs no account; nobody listens where the provider would call. */
const OVERRIDE = `terraform {
  backend "local" {}
}

provider "aws" {
  access_key                  = "none"
  secret_key                  = "none"
  allowed_account_ids         = []
  skip_credentials_validation = true
  skip_metadata_api_check     = true
  skip_region_validation      = true
  skip_requesting_account_id  = true

  endpoints {
    sts = "http://127.0.0.1:9"
  }
}
`;

/** A root of one combination, by its folder in the workspace. */
export interface RootToCheck {
  readonly name: string;
  readonly path: string;
}

/** Whether Terraform itself takes each root: format, init, validate and an offline plan. */
export async function checkTerraform(
  workspace: string,
  roots: readonly RootToCheck[],
  mirror: string | undefined,
): Promise<CheckOutcome[]> {
  const plugins = mirror ? [`-plugin-dir=${mirror}`] : [];
  const steps: string[][] = [
    ['fmt', '-check', '-diff'],
    ['init', '-input=false', ...plugins],
    ['validate'],
    ['plan', '-refresh=false', '-lock=false', '-input=false'],
  ];
  return inParallel(roots, AT_ONCE, async ({ name, path }) => {
    const cwd = join(workspace, path);
    const [, environment] = /live\/([^/]+)\//.exec(path) ?? [];
    const check = `terraform ${environment}`;
    let seconds = 0;
    for (const [step, ...args] of steps) {
      if (step === 'init') {
        writeFileSync(join(cwd, 'matrix_override.tf'), OVERRIDE);
      }
      const result = await runCommand(
        'terraform',
        [step, ...args, '-no-color'],
        { cwd },
      );
      seconds += result.seconds;
      if (!result.ok) {
        const problem = `terraform ${step}: ${result.output.trim()}`;
        return { name, check, problem, seconds };
      }
    }
    return { name, check, seconds };
  });
}
