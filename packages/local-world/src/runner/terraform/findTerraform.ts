import { execFile } from 'node:child_process';
import { access } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Where to find what a plan needs. */
export interface TerraformInstallation {
  /** Folder that holds `registry.terraform.io/hashicorp/aws`. */
  readonly pluginDir: string;
}

/** Folders where providers are commonly mirrored, those of Terraform's own documentation among them:
 * https://developer.hashicorp.com/terraform/cli/config/config-file#implied-local-mirror-directories
 */
const usual = () => [
  process.env.TF_PLUGIN_DIR,
  path.join(homedir(), '.terraform.d', 'plugins'),
  path.join(homedir(), '.local', 'share', 'terraform', 'plugins'),
  '/usr/local/share/terraform/plugins',
  '/usr/share/terraform/plugins',
  '/opt/terraform/',
  '/opt/terraform/plugins',
];

/** Terraform on the PATH, with a mirror of the AWS provider; undefined when one of them is missing. */
export async function findTerraform(): Promise<
  TerraformInstallation | undefined
> {
  try {
    await run('terraform', ['version'], {
      timeout: 20_000,
      env: { PATH: process.env.PATH, CHECKPOINT_DISABLE: '1' },
    });
  } catch {
    return undefined;
  }
  for (const pluginDir of usual()) {
    if (!pluginDir) continue;
    const aws = path.join(
      pluginDir,
      'registry.terraform.io',
      'hashicorp',
      'aws',
    );
    const found = await access(aws).then(
      () => true,
      () => false,
    );
    if (found) return { pluginDir };
  }
  return undefined;
}
