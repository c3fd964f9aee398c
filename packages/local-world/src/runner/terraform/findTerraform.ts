import { execFile } from 'node:child_process';
import { access, readdir } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Where to find what a plan needs. */
export interface TerraformInstallation {
  /** Folder that holds `registry.terraform.io/hashicorp/aws`. */
  readonly pluginDir: string;
}

const MIRROR = path.join('registry.terraform.io', 'hashicorp', 'aws');

/** Folders whose children packages and images keep mirrors in. */
const SYSTEM_FOLDERS = ['/opt', '/usr/local/share', '/usr/share', '/srv'];

/** Folders Terraform itself looks in:
 * https://developer.hashicorp.com/terraform/cli/config/config-file#implied-local-mirror-directories
 */
const OWN_FOLDERS = [
  path.join(homedir(), '.terraform.d', 'plugins'),
  path.join(homedir(), '.local', 'share', 'terraform', 'plugins'),
];

async function childrenOf(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(
    () => [],
  );
  return entries
    .filter(entry => entry.isDirectory())
    .flatMap(({ name }) => [
      path.join(folder, name),
      path.join(folder, name, 'plugins'),
      path.join(folder, name, 'providers'),
    ]);
}

/** Where a mirror may be: `TF_PLUGIN_DIR`, then Terraform's own folders, then the system's. */
async function candidates(): Promise<string[]> {
  const { TF_PLUGIN_DIR } = process.env;
  const system = await Promise.all(SYSTEM_FOLDERS.map(childrenOf));
  return [
    ...(TF_PLUGIN_DIR ? [TF_PLUGIN_DIR] : []),
    ...OWN_FOLDERS,
    ...system.flat(),
  ];
}

function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}

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
  for (const pluginDir of await candidates()) {
    if (await exists(path.join(pluginDir, MIRROR))) return { pluginDir };
  }
  return undefined;
}
