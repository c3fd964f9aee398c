// node scripts/plan-corpus.mjs [--out <folder>] [case …]: makes plugins/infra-prs-common/corpus/plans/<case>.json by real
// Terraform.
// Each case applies before.tf to moto, a simulation of AWS, does what case.json says happens meanwhile, and plans
// after.tf; where moto cannot make it ("offline"), the state is written as an apply would leave it; or it plans a root of terraform/live from nothing. Needs terraform with a mirror of the AWS provider
// (TF_PLUGIN_DIR), moto_server and the AWS CLI.
import { execFileSync, spawn } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { PlainError, runMain } from './lib/fail.mjs';
import { rootDir } from './lib/paths.mjs';
import { pluginFolder } from './lib/terraformMirror.mjs';

const corpus = path.join(rootDir, 'plugins/infra-prs-common/corpus');
const ACCOUNT = '123456789012';
const PROVIDERS = `terraform {
  required_providers {
    aws = { source = "hashicorp/aws" }
  }
}
`;
const OFFLINE = `provider "aws" {
  region                      = "eu-west-1"
  access_key                  = "none"
  secret_key                  = "none"
  allowed_account_ids         = []
  skip_credentials_validation = true
  skip_metadata_api_check     = true
  skip_region_validation      = true
  skip_requesting_account_id  = true
  s3_use_path_style           = true
}
`;

/** What readers of plans look at; the rest would only make the files large. */
const KEPT = [
  'format_version',
  'terraform_version',
  'resource_changes',
  'resource_drift',
  'errored',
];

function environment(endpoint) {
  return {
    PATH: process.env.PATH,
    HOME: tmpdir(),
    TF_CLI_CONFIG_FILE: '/dev/null',
    TF_IN_AUTOMATION: '1',
    CHECKPOINT_DISABLE: '1',
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_ACCESS_KEY_ID: 'none',
    AWS_SECRET_ACCESS_KEY: 'none',
    AWS_DEFAULT_REGION: 'eu-west-1',
    ...(endpoint && { AWS_ENDPOINT_URL: endpoint }),
  };
}

function run(command, args, cwd, endpoint) {
  return execFileSync(command, args, {
    cwd,
    encoding: 'utf8',
    env: environment(endpoint),
    maxBuffer: 256 * 2 ** 20,
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: 600_000,
  });
}

async function freePort() {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address();
  probe.close();
  return port;
}

async function startMoto() {
  const port = await freePort();
  const endpoint = `http://127.0.0.1:${port}`;
  const child = spawn('moto_server', ['-H', '127.0.0.1', '-p', String(port)], {
    stdio: 'ignore',
    detached: true,
    env: { ...process.env, MOTO_ACCOUNT_ID: ACCOUNT },
  });
  for (let tries = 0; ; tries += 1) {
    const answer = await fetch(`${endpoint}/moto-api/`).catch(() => undefined);
    if (answer?.ok) break;
    if (tries === 300) throw new PlainError('moto_server does not answer');
    await delay(100);
  }
  return { endpoint, stop: () => process.kill(-child.pid, 'SIGTERM') };
}

function terraform(cwd, endpoint) {
  return (...args) => run('terraform', args, cwd, endpoint);
}

/** Plans and shows; a plan that is meant to fail writes its file all the same. */
function plan(tf, fails, ...args) {
  try {
    tf('plan', '-no-color', '-input=false', '-lock=false', '-out=p', ...args);
  } catch (error) {
    if (!fails) throw error;
  }
  return JSON.parse(tf('show', '-json', 'p'));
}

function initialize(tf, plugins) {
  const from = plugins ? [`-plugin-dir=${plugins}`] : [];
  tf('init', '-no-color', '-input=false', ...from);
}

function planRoot(work, root, plugins) {
  cpSync(path.join(rootDir, 'terraform'), path.join(work, 'terraform'), {
    recursive: true,
    filter: from => !from.includes('.terraform'),
  });
  const cwd = path.join(work, root);
  const override = `terraform {\n  backend "local" {}\n}\n`;
  const provider = OFFLINE.replace(/ {2}region .*\n/, '');
  writeFileSync(path.join(cwd, 'corpus_override.tf'), override + provider);
  const tf = terraform(cwd);
  initialize(tf, plugins);
  return plan(tf, false, '-refresh=false');
}

/** The state as an apply would leave it, for what moto cannot make: what only AWS tells stays out. */
function writeState(work, { terraform_version, planned_values }) {
  const resources = planned_values.root_module.resources.map(
    ({ mode, type, name, provider_name, schema_version, values }) => ({
      mode,
      type,
      name,
      provider: `provider["${provider_name}"]`,
      instances: [
        {
          schema_version,
          attributes: { ...values, id: `corpus-${name}` },
          sensitive_attributes: [],
        },
      ],
    }),
  );
  const state = { version: 4, terraform_version, serial: 1, lineage: 'corpus' };
  writeFileSync(
    path.join(work, 'terraform.tfstate'),
    JSON.stringify({ ...state, outputs: {}, resources }),
  );
}

function planChange(work, folder, options, plugins, endpoint) {
  cpSync(folder, work, { recursive: true });
  const [before, after] = ['before.tf', 'after.tf'].map(name =>
    readFileSync(path.join(work, name), 'utf8'),
  );
  rmSync(path.join(work, 'before.tf'));
  rmSync(path.join(work, 'after.tf'));
  const main = path.join(work, 'main.tf');
  if (!options.builtin) {
    writeFileSync(path.join(work, 'providers.tf'), PROVIDERS + OFFLINE);
  }
  writeFileSync(main, before);
  const tf = terraform(work, endpoint);
  initialize(tf, plugins);
  if (options.offline) writeState(work, plan(tf, false, '-refresh=false'));
  else tf('apply', '-no-color', '-input=false', '-auto-approve');
  for (const address of options.taint ?? []) tf('taint', address);
  for (const args of options.meanwhile ?? []) run('aws', args, work, endpoint);
  writeFileSync(main, after);
  initialize(tf, plugins);
  const refresh = options.offline ? ['-refresh=false'] : [];
  return plan(tf, options.fails === true, ...refresh);
}

async function makeCase(name) {
  const folder = path.join(corpus, 'cases', name);
  const file = path.join(folder, 'case.json');
  const options = existsSync(file)
    ? JSON.parse(readFileSync(file, 'utf8'))
    : {};
  // Terraform brings its own provider along, so that needs no mirror.
  const plugins = options.builtin ? undefined : pluginFolder();
  const work = mkdtempSync(path.join(tmpdir(), 'slipway-corpus-'));
  const isAlone = options.root || options.offline || options.builtin;
  const moto = isAlone ? undefined : await startMoto();
  try {
    return options.root
      ? planRoot(work, options.root, plugins)
      : planChange(work, folder, options, plugins, moto?.endpoint);
  } finally {
    moto?.stop();
    rmSync(work, { recursive: true, force: true, maxRetries: 3 });
  }
}

async function main() {
  const all = readdirSync(path.join(corpus, 'cases')).sort();
  const { values, positionals } = parseArgs({
    options: { out: { type: 'string', default: path.join(corpus, 'plans') } },
    allowPositionals: true,
  });
  const names = positionals.length > 0 ? positionals : all;
  mkdirSync(values.out, { recursive: true });
  for (const name of names) {
    const made = await makeCase(name);
    const kept = Object.fromEntries(
      KEPT.filter(key => key in made).map(key => [key, made[key]]),
    );
    const text = `${JSON.stringify(kept, undefined, 1)}\n`;
    writeFileSync(path.join(values.out, `${name}.json`), text);
    console.log(`${name}: ${made.resource_changes?.length ?? 0} resources`);
  }
}

runMain(main);
