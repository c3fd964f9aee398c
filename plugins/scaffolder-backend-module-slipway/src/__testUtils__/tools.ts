import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Runs a tool to its end. `output` holds both of its streams. */
export function runTool(
  command: string,
  args: readonly string[],
  cwd: string,
): { ok: boolean; output: string } {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd,
    encoding: 'utf8',
    timeout: 300_000,
    env: {
      ...process.env,
      TF_CLI_CONFIG_FILE: '/dev/null',
      CHECKPOINT_DISABLE: '1',
      TF_IN_AUTOMATION: '1',
    },
  });
  return {
    ok: status === 0,
    output: `${stdout ?? ''}${stderr ?? ''}${error?.message ?? ''}`,
  };
}

const MIRROR = 'registry.terraform.io';
const SYSTEM_FOLDERS = ['/opt', '/usr/local/share', '/usr/share', '/srv'];

/** Folder that `terraform init -plugin-dir` takes: TF_PLUGIN_DIR, else one that holds `registry.terraform.io`. */
export function findProviderMirror(): string | undefined {
  const { TF_PLUGIN_DIR } = process.env;
  if (TF_PLUGIN_DIR) return TF_PLUGIN_DIR;
  return SYSTEM_FOLDERS.filter(folder => existsSync(folder))
    .flatMap(folder => [
      folder,
      ...readdirSync(folder, { withFileTypes: true })
        .filter(entry => entry.isDirectory())
        .flatMap(({ name }) => [
          join(folder, name),
          join(folder, name, 'plugins'),
          join(folder, name, 'providers'),
        ]),
    ])
    .find(folder => existsSync(join(folder, MIRROR, 'hashicorp', 'aws')));
}
