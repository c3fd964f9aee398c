import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  blocksOfType,
  calledFolder,
  Diagnostic,
} from '@slipway/infrastructure-code';
import { ConfigurationError } from '../static/ConfigurationError';
import { Files, loadModules, terraformFiles } from '../static/loadModules';
import { writeTree } from '../writeTree';

const OVERRIDE = 'slipway_override.tf';
const backend = 'terraform {\n  backend "local" {}\n}\n';
/** A plan with no state and no data sources needs no account; these settings keep the provider from looking for one. */
const provider = `provider "aws" {
  access_key                  = "none"
  secret_key                  = "none"
  allowed_account_ids         = []
  skip_credentials_validation = true
  skip_metadata_api_check     = true
  skip_region_validation      = true
  skip_requesting_account_id  = true
}
`;

/** Lays a root out in a temporary folder for Terraform, runs the task there and removes it. */
export async function inWorkFolder<T>(
  files: Files,
  root: string,
  task: (cwd: string) => Promise<T>,
): Promise<T> {
  await refuseRemoteModules(files, root);
  const folder = await mkdtemp(path.join(tmpdir(), 'slipway-terraform-'));
  try {
    await writeTree(files, 'terraform/', folder);
    const cwd = path.join(folder, root);
    const text = terraformFiles(files, root)
      .map(file => String(files.get(file)))
      .join('\n');
    // Only what is there can be overridden.
    const overrides = /^\s*provider\s+"aws"/m.test(text);
    await writeFile(
      path.join(cwd, OVERRIDE),
      `${backend}${overrides ? provider : ''}`,
    );
    if (!overrides) {
      await writeFile(path.join(cwd, 'slipway_provider.tf'), provider);
    }
    return await task(cwd);
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** Text of a pull request must not make this machine fetch things, let alone run them. */
async function refuseRemoteModules(files: Files, root: string): Promise<void> {
  const remote: Diagnostic[] = [];
  for (const [folder, module] of await loadModules(files, root)) {
    for (const { labels, body } of blocksOfType(module, 'module')) {
      if (calledFolder(folder, body.source) === undefined) {
        const summary = `Module "${labels[0]}" is not from this repository`;
        remote.push({ file: folder, summary });
      }
    }
  }
  if (remote.length > 0) throw new ConfigurationError(remote);
}
