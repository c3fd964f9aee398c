import { compareRisks, PlanRisk } from '../plan/planRiskSchema';
import { cutText, safeText } from '../plan/safeText';
import { DiffNode } from './diffNodes';
import { evaluateManifestRule } from './evaluateManifestRule';
import { ManifestHit, ManifestRule } from './ManifestRule';
import { manifestRules } from './manifestRules';
import { ManifestPair } from './ManifestValues';
import { manifestKey } from './readManifest';

const MAX_TEXT = 1_000;
/** One rule says no more of one object; a changed base of a hundred variables is one sentence then. */
const MAX_OF_RULE = 20;

/** What is at stake in one object, worst first. */
export function findManifestRisks(
  pair: ManifestPair,
  nodes: readonly DiffNode[],
): PlanRisk[] {
  const manifest = pair.after ?? pair.before;
  if (!manifest) return [];
  const address = manifestKey(manifest);
  return manifestRules
    .filter(rule => isAbout(rule, manifest.kind, manifest.apiVersion))
    .flatMap(rule => {
      const hits = evaluateManifestRule(rule.when, pair, nodes);
      const risks = withoutRepeats(hits.map(hit => toRisk(rule, address, hit)));
      return risks.length <= MAX_OF_RULE ? risks : shortened(risks);
    })
    .sort(compareRisks);
}

function isAbout(
  { kinds, group }: ManifestRule,
  kind: string,
  apiVersion: string,
): boolean {
  if (kinds && !kinds.includes(kind)) return false;
  return group === undefined || apiVersion.startsWith(`${group}/`);
}

function toRisk(
  rule: ManifestRule,
  address: string,
  hit: ManifestHit,
): PlanRisk {
  const say = (text: string) =>
    cutText(
      safeText(
        text.replace(/\{(before|after|path|item|key|detail)\}/g, (_, name) =>
          cutText(wordOf(hit, name), 300),
        ),
      ),
      MAX_TEXT,
    );
  return {
    rule: rule.id,
    severity: hit.severity ?? rule.severity,
    address,
    ...(hit.path !== undefined && { path: safeText(cutText(hit.path, 400)) }),
    message: say(rule.message),
    why: rule.why,
    ...(rule.fix !== undefined && { fix: say(rule.fix) }),
  };
}

function wordOf(hit: ManifestHit, name: string): string {
  if (name === 'key') return hit.path?.split(/[.[]/).pop() ?? 'it';
  const words = new Map(Object.entries(hit));
  return String(words.get(name) ?? 'nothing');
}

function withoutRepeats(risks: readonly PlanRisk[]): PlanRisk[] {
  const kept = new Map<string, PlanRisk>();
  for (const risk of risks) {
    const seen = kept.get(risk.message);
    if (!seen || compareRisks(risk, seen) < 0) kept.set(risk.message, risk);
  }
  return [...kept.values()];
}

function shortened(risks: readonly PlanRisk[]): PlanRisk[] {
  const [first, ...rest] = [...risks].sort(compareRisks);
  const message = `${first.message}, and ${rest.length} more like it`;
  return [{ ...first, message }];
}
