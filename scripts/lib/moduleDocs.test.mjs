import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { test } from 'node:test';
import { describeModule, replaceDocs } from './moduleDocs.mjs';
import { rootDir } from './paths.mjs';

const files = [
  {
    file: 'versions.tf',
    text: `terraform {
  required_version = ">= 1.10"
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 5.100, < 7.0"
    }
  }
}
`,
  },
  {
    file: 'main.tf',
    text: `resource "aws_sqs_queue" "this" {}
resource "aws_iam_role" "b" {}
resource "aws_iam_role" "a" {}
module "logs" {
  source = "../logs"
}
output "arn" {
  description = "ARN | name."
  value       = 1
}
variable "tags" {
  description = "Whose it is."
  type = object({
    owner = string
    parts = optional(list(object({
      name = string
    })))
  })
}
variable "key" {
  description = "Key."
  type        = string
  default     = null
}
variable "actions" {
  description = "Actions."
  type        = list(string)
  default     = ["a", "b"]
}
`,
  },
];

const registry =
  'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources';

test('a module is described by its blocks, in the order of their names', async () => {
  assert.equal(
    await describeModule(files),
    `## Requirements

| Name | Version |
| --- | --- |
| terraform | >= 1.10 |
| aws | >= 5.100, < 7.0 |

## Resources

| Name | Type |
| --- | --- |
| [aws_iam_role.a](${registry}/iam_role) | resource |
| [aws_iam_role.b](${registry}/iam_role) | resource |
| [aws_sqs_queue.this](${registry}/sqs_queue) | resource |

## Modules

| Name | Source |
| --- | --- |
| logs | \`../logs\` |

## Inputs

| Name | Description | Type | Default | Required |
| --- | --- | --- | --- | :---: |
| actions | Actions. | \`list(string)\` | \`["a","b"]\` | no |
| key | Key. | \`string\` | \`null\` | no |
| tags | Whose it is. | \`object({ owner = string, parts = optional(list(object({ name = string }))) })\` | n/a | yes |

## Outputs

| Name | Description |
| --- | --- |
| arn | ARN \\| name. |`,
  );
});

test('a module without resources has no table of them', async () => {
  const docs = await describeModule([
    { file: 'main.tf', text: 'output "a" {\n  value = 1\n}\n' },
  ]);
  assert.equal(
    docs,
    '## Outputs\n\n| Name | Description |\n| --- | --- |\n| a |  |',
  );
});

test('the section between the markers is replaced, the rest is kept', () => {
  const readme =
    '# a\n<!-- BEGIN_TF_DOCS -->\nold\n<!-- END_TF_DOCS -->\nend\n';
  assert.equal(
    replaceDocs(readme, 'new'),
    '# a\n<!-- BEGIN_TF_DOCS -->\n\nnew\n\n<!-- END_TF_DOCS -->\nend\n',
  );
  assert.throws(() => replaceDocs('# a\n', 'new'), /BEGIN_TF_DOCS/);
});

test('the READMEs of all modules are in step', () => {
  const script = path.join(rootDir, 'scripts/module-docs.mjs');
  const { status, stderr } = spawnSync(process.execPath, [script, '--check'], {
    encoding: 'utf8',
  });
  assert.equal(status, 0, stderr);
});
