import { checkKubernetes } from './kubernetes/checkKubernetes';
import { buildOverlays, Overlay } from './kustomize/buildOverlays';
import { checkTerraform } from './checkTerraform';
import { checkText } from './checkText';
import {
  FileSource,
  fileSourceOf,
  overlay,
  PolicyEngine,
  PolicyRule,
  readObjects,
  readPolicyRules,
} from '@slipway/infrastructure-code';
import { Finding } from './Finding';
import { checkLines } from './policy/checkLines';
import { checkObjectPolicy } from './policy/checkObjectPolicy';
import { checkResourcePolicy } from './policy/checkResourcePolicy';
import { TerraformRoot } from './terraform/describeRoot';
import { readProviderSchema } from './terraform/ProviderSchema';

const RANK = { error: 0, warning: 1, info: 2 } as const;

let engine: PolicyEngine | undefined;

/**
 * Checks files that a pull request would bring, before it is made. Pure but for the two data files of the package.
 *
 * @remarks Terraform: syntax, format, provider schema, module calls, references, and the policy on what the roots
 * would make. Kubernetes: strict schema, and the policy on what overlays make. YAML, JSON: syntax. All: secrets. Values that only an apply tells are taken as fine.
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
  const [terraform, kubernetes, overlays] = await Promise.all([
    checkTerraform(files, source, schemas),
    checkKubernetes(files, base),
    source ? buildOverlays(files, source) : [],
  ]);
  const policy = engineOf(rules);
  const findings = [
    ...terraform.findings,
    ...checkText(files),
    ...kubernetes,
    ...terraform.roots.flatMap(root => checkResourcePolicy(root, policy)),
    ...checkObjects(files, { overlays, policy, roots: terraform.roots }),
    ...checkLines(files, rules),
  ];
  // Environments share their base: what is wrong in it is said once.
  const distinct = new Map(findings.map(item => [JSON.stringify(item), item]));
  return [...distinct.values()].sort(byImportance);
}

/** The policy on what overlays make, and on what stands beside them: Argo CD's objects. */
function checkObjects(
  files: ReadonlyMap<string, string>,
  context: {
    readonly overlays: readonly Overlay[];
    readonly policy: PolicyEngine;
    readonly roots: readonly TerraformRoot[];
  },
): Finding[] {
  const { overlays, policy, roots } = context;
  const others = [...files].filter(([path]) =>
    /^gitops\/(?!apps\/|components\/).*\.ya?ml$/.test(path),
  );
  const environmentOf = (name: string) =>
    roots.find(({ environment }) => environment.name === name)?.environment ?? {
      name,
      protected: false,
    };
  return [
    ...overlays.flatMap(({ environment, objects }) =>
      checkObjectPolicy(objects, environmentOf(environment), policy),
    ),
    ...others.flatMap(([file, text]) =>
      checkObjectPolicy(readObjects(file, text), environmentOf(''), policy),
    ),
  ];
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
