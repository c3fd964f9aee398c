#!/usr/bin/env node
// Writes assets/aws-schema.json: what the AWS provider says of the resource types that our modules use.
// Usage: node scripts/make-aws-schema.mjs [--check]; needs terraform, and TF_PLUGIN_DIR for a provider mirror.
import { execFileSync } from 'node:child_process';
import {
  globSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** `r`equired, `o`ptional or `c`omputed. */
function modeOf(required, optional) {
  if (required) return 'r';
  return optional ? 'o' : 'c';
}

const here = fileURLToPath(new URL('..', import.meta.url));
const modules = join(here, '../../terraform/modules');
const target = join(here, 'assets/aws-schema.json');

/** Not in a module today, but what a hand-written file beside one may hold. */
const ALSO = [
  'aws_cloudwatch_log_group',
  'aws_db_instance',
  'aws_dynamodb_table',
  'aws_iam_policy',
  'aws_iam_role',
  'aws_iam_role_policy',
  'aws_iam_role_policy_attachment',
  'aws_s3_bucket',
  'aws_s3_bucket_policy',
  'aws_s3_bucket_public_access_block',
  'aws_s3_bucket_server_side_encryption_configuration',
  'aws_s3_bucket_versioning',
  'aws_security_group',
  'aws_sns_topic',
  'aws_sns_topic_subscription',
  'aws_sqs_queue',
  'aws_ssm_parameter',
];

const used = globSync('*/*.tf', { cwd: modules }).flatMap(file =>
  [
    ...readFileSync(join(modules, file), 'utf8').matchAll(
      /^resource "(aws_\w+)"/gm,
    ),
  ].map(([, type]) => type),
);
const types = [...new Set([...used, ...ALSO])].sort();

function readSchemas() {
  const folder = mkdtempSync(join(tmpdir(), 'slipway-schema-'));
  try {
    writeFileSync(
      join(folder, 'main.tf'),
      'terraform {\n  required_providers {\n    aws = {\n      source = "hashicorp/aws"\n    }\n  }\n}\n',
    );
    const mirror = process.env.TF_PLUGIN_DIR;
    const run = args =>
      execFileSync('terraform', args, {
        cwd: folder,
        encoding: 'utf8',
        maxBuffer: 64 * 1024 * 1024,
      });
    run(['init', '-input=false', ...(mirror ? [`-plugin-dir=${mirror}`] : [])]);
    const { provider_schemas: providers } = JSON.parse(
      run(['providers', 'schema', '-json']),
    );
    return Object.values(providers)[0].resource_schemas;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

// r: required, o: optional, c: only read.
function slice({ attributes = {}, block_types: blocks = {} }) {
  const a = {};
  for (const [name, { required, optional }] of Object.entries(attributes)) {
    a[name] = modeOf(required, optional);
  }
  const b = {};
  for (const [name, { block, min_items: min }] of Object.entries(blocks)) {
    b[name] = { ...(min ? { min } : {}), ...slice(block) };
  }
  return { a, ...(Object.keys(b).length > 0 ? { b } : {}) };
}

const schemas = readSchemas();
const text = `${JSON.stringify(
  Object.fromEntries(types.map(type => [type, slice(schemas[type].block)])),
)}\n`;
if (process.argv.includes('--check')) {
  if (readFileSync(target, 'utf8') !== text) {
    console.error(
      'assets/aws-schema.json is not up to date: run scripts/make-aws-schema.mjs',
    );
    process.exitCode = 1;
  }
} else {
  writeFileSync(target, text);
  console.log(`${types.length} resource types, ${text.length} bytes`);
}
