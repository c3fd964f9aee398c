import {
  Finding,
  joinFindings,
  parseSarif,
  PlanRoot,
  safeText,
  SarifReadError,
} from '@slipway/plugin-infra-prs-common';
import { CommandError, EXIT } from './exitCodes';
import { PlanFile } from './commandOptions';
import { readFile } from './readFile';

/** Findings of one root that are kept; more are counted. */
const MAX_FINDINGS = 500;

/**
 * Roots with what scanners found: each finding at the root whose folder it is in, all others, such as those of modules, at
 * the first.
 *
 * @throws CommandError for what is no SARIF.
 */
export async function withFindings(
  roots: readonly PlanRoot[],
  files: readonly PlanFile[],
): Promise<PlanRoot[]> {
  if (files.length === 0) return [...roots];
  if (roots.length === 0) {
    throw new CommandError(
      EXIT.usage,
      '--sarif goes with the plan of at least one root.',
    );
  }
  const found: Finding[] = [];
  for (const { root = '.', file } of files) {
    found.push(...(await readSarif(root, file)));
  }
  return roots.map((root, at) => {
    const own = found.filter(finding => placeOf(finding, roots) === at);
    const findings = joinFindings([...(root.findings ?? []), ...own]);
    const omitted = findings.length - MAX_FINDINGS;
    return {
      ...root,
      findings: findings.slice(0, MAX_FINDINGS),
      ...(omitted > 0 && { omittedFindings: omitted }),
    };
  });
}

async function readSarif(root: string, file: string): Promise<Finding[]> {
  try {
    return parseSarif(await readFile(file), root);
  } catch (error) {
    if (!(error instanceof SarifReadError)) throw error;
    throw new CommandError(
      EXIT.unreadable,
      `${file}: ${safeText(error.message)}.`,
    );
  }
}

function placeOf(
  { path }: Pick<Finding, 'path'>,
  roots: readonly PlanRoot[],
): number {
  const at = roots.findIndex(root => path?.startsWith(`${root.path}/`));
  return Math.max(0, at);
}
