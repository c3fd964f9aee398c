import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { PlainError } from './fail.mjs';

const MIRROR = path.join('registry.terraform.io', 'hashicorp', 'aws');
const SYSTEM_FOLDERS = ['/opt', '/usr/local/share', '/usr/share', '/srv'];

function foldersIn(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter(entry => entry.isDirectory())
    .flatMap(({ name }) => [
      path.join(folder, name),
      path.join(folder, name, 'plugins'),
      path.join(folder, name, 'providers'),
    ]);
}

/** Folder that `terraform init -plugin-dir` takes: TF_PLUGIN_DIR, else a mirror of the AWS provider where systems keep them. */
export function pluginFolder() {
  const { TF_PLUGIN_DIR } = process.env;
  const folders = TF_PLUGIN_DIR
    ? [TF_PLUGIN_DIR]
    : SYSTEM_FOLDERS.flatMap(foldersIn);
  const found = folders.find(folder => existsSync(path.join(folder, MIRROR)));
  if (found) return found;
  throw new PlainError(
    'No mirror of the AWS provider was found; set TF_PLUGIN_DIR to the folder that holds registry.terraform.io.',
  );
}
