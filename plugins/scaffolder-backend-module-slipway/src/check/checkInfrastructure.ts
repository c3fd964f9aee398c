import { checkTerraform } from './checkTerraform';
import { checkText } from './checkText';
import { FileSource, fileSourceOf, overlay } from './FileSource';
import { Finding } from './Finding';
import { checkLines } from './policy/checkLines';
import { checkResourcePolicy } from './policy/checkResourcePolicy';
import { PolicyEngine } from './policy/PolicyEngine';
import { PolicyRule } from './policy/PolicyRule';
import { readPolicyRules } from './policy/readPolicyRules';
import { readProviderSchema } from './terraform/ProviderSchema';

const RANK = { error: 0, warning: 1, info: 2 } as const;

let engine: PolicyEngine | undefined;

/**
 * Checks files that a pull request would bring, before it is made. Pure but for the two data files of the package.
 *
 * @remarks Terraform: syntax, format, provider schema, module calls, references, and the policy on what the roots
 * would make. YAML, JSON: syntax. All: secrets. Values that only an apply tells are taken as fine.
 *
 * @param files - texts by path in the repository
 * @param base - what is in the repository already: modules, and the files beside those given. Without it, what needs
 * them is left out, and a finding says so.
 * @returns findings, worst first, then by file and line
 */
export async function checkInfrastructure(
  files: ReadonlyMap<string, string>,
  { base }: { readonly base?: FileSource },
): Promise<Finding[]> {
  const [rules, schemas] = await Promise.all([
    readPolicyRules(),
    readProviderSchema(),
  ]);
  const source = base && overlay(fileSourceOf(files), base);
  const terraform = await checkTerraform(files, source, schemas);
  const text = checkText(files);
  const policy = engineOf(rules);
  return [
    ...terraform.findings,
    ...text.findings,
    ...terraform.roots.flatMap(root => checkResourcePolicy(root, policy)),
    ...checkLines(files, rules),
  ].sort(byImportance);
}

function engineOf(rules: readonly PolicyRule[]): PolicyEngine {
  engine ??= PolicyEngine.create(rules);
  return engine;
}

function byImportance(a: Finding, b: Finding): number {
  return (
    RANK[a.severity] - RANK[b.severity] ||
    a.file.localeCompare(b.file) ||
    (a.line ?? 0) - (b.line ?? 0)
  );
}
