import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { checkInfrastructure } from '../checkInfrastructure';
import { fileSourceOf, readPolicyRules } from '@slipway/infrastructure-code';

// A backend starts, or schemas compile; a busy machine takes its time.
jest.setTimeout(60_000);

const caseSchema = z.strictObject({
  /** Name of the file, for rules that look at more than Terraform. */
  file: z.string().default('case.tf'),
  keeps: z.string(),
  breaks: z.string(),
});
const cases = z
  .record(z.string(), caseSchema)
  .parse(parse(readFileSync(join(__dirname, 'ruleCases.yaml'), 'utf8')));

const ROOT = 'terraform/live/prod/services/orders';
const base = fileSourceOf(
  new Map([
    [
      `${ROOT}/main.tf`,
      'provider "aws" {}\nmodule "environment" {\n  source = "../../environment"\n}\nlocals {\n  tags = { owner = "orders", system = "order-system", component = "orders" }\n}\n',
    ],
    [
      'terraform/live/prod/environment/outputs.tf',
      'output "name" {\n  value = "prod"\n}\noutput "protected" {\n  value = true\n}\n',
    ],
  ]),
);

const OVERLAY = 'gitops/apps/orders/overlays/prod';

function filesOf(file: string, text: string): Map<string, string> {
  switch (file) {
    case 'case.tf':
      return new Map([[`${ROOT}/${file}`, text]]);
    case 'object.yaml':
      return new Map([
        [`${OVERLAY}/kustomization.yaml`, `resources:\n  - ${file}\n`],
        [`${OVERLAY}/${file}`, text],
      ]);
    default:
      return new Map([[file, text]]);
  }
}

async function idsOf(file: string, text: string): Promise<string[]> {
  const findings = await checkInfrastructure(filesOf(file, text), { base });
  expect(findings.filter(({ id }) => id.endsWith('-syntax'))).toEqual([]);
  return findings.map(({ id }) => id);
}

describe('policy rules', () => {
  it('have a case each', async () => {
    const rules = await readPolicyRules();
    expect(Object.keys(cases).sort()).toEqual(rules.map(({ id }) => id).sort());
  });

  it.each(Object.entries(cases))('%s', async (id, { file, keeps, breaks }) => {
    expect(await idsOf(file, keeps)).not.toContain(id);
    expect(await idsOf(file, breaks)).toContain(id);
  });
});
