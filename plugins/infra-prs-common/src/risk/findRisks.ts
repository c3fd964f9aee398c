import { compareRisks, PlanRisk } from '../plan/planRiskSchema';
import { PlannedChange } from '../plan/PlannedChange';
import { PlanResourceChange } from '../plan/planReport';
import { cutText, safeText } from '../plan/safeText';
import { blastRadius } from './blastRadius';
import { evaluateCondition } from './evaluateRule';
import { Hit, RiskRule } from './RiskRule';
import { riskRules } from './riskRules';

/** Longest sentence that is kept. */
const MAX_TEXT = 1_000;

const byType = new Map<string, RiskRule[]>();
for (const rule of riskRules) {
  for (const type of rule.types) {
    byType.set(type, [...(byType.get(type) ?? []), rule]);
  }
}

/**
 * Risks of what a plan does to a root, worst first.
 *
 * @param findings - of the templates' policy on the same root; what a rule here says already is left out
 * @public
 */
export function findRisks(
  resources: readonly PlannedChange[],
  findings: readonly PlanRisk[] = [],
): PlanRisk[] {
  const said = new Set<string>();
  const own = resources
    .filter(({ action }) => action !== 'no-op' && action !== 'read')
    .flatMap(planned =>
      (byType.get(planned.type) ?? []).flatMap(rule =>
        evaluateCondition(rule.when, planned).map(hit => {
          rule.covers?.forEach(id => said.add(`${planned.address} ${id}`));
          rule.coversBeside?.forEach(id =>
            said.add(`beside ${moduleOf(planned.address)} ${id}`),
          );
          return toRisk(rule, planned.address, hit);
        }),
      ),
    );
  const others = findings.filter(({ rule, address = '' }) => {
    const id = rule.replace(/^policy:/, '');
    return (
      !said.has(`${address} ${id}`) &&
      !said.has(`beside ${moduleOf(address)} ${id}`)
    );
  });
  return [...withoutRepeats(own), ...blastRadius(resources), ...others].sort(
    compareRisks,
  );
}

/** The module that a resource is in; empty at the top. */
function moduleOf(address: string): string {
  return address.replace(/(?:^|\.)[^.[\]]+\.[^.[\]]+(?:\[[^\]]*\])?$/, '');
}

/** What a report that names no risks tells all the same: what would be lost. @public */
export function risksOfChanges(
  changes: readonly PlanResourceChange[],
): PlanRisk[] {
  return changes
    .flatMap(({ address, type, action }) => {
      if (action !== 'delete' && action !== 'replace') return [];
      const rule = (byType.get(type) ?? []).find(
        ({ when }) => when.kind === 'lost' && !when.when,
      );
      return rule ? [toRisk(rule, address, {})] : [];
    })
    .sort(compareRisks);
}

function toRisk(rule: RiskRule, address: string, hit: Hit): PlanRisk {
  const say = (text: string) =>
    cutText(
      safeText(
        text.replace(/\{(before|after|path|detail)\}/g, (_, name) =>
          cutText(wordOf(hit, name), 400),
        ),
      ),
      MAX_TEXT,
    );
  return {
    rule: rule.id,
    severity: hit.severity ?? rule.severity,
    address,
    ...(hit.path !== undefined && { path: hit.path }),
    message: say(rule.message),
    why: rule.why,
    ...(rule.fix !== undefined && { fix: say(rule.fix) }),
  };
}

function wordOf(hit: Hit, name: string): string {
  const words = new Map(Object.entries(hit));
  return String(words.get(name) ?? 'nothing');
}

/** One rule says one thing of one resource once; the worst of it. */
function withoutRepeats(risks: readonly PlanRisk[]): PlanRisk[] {
  const kept = new Map<string, PlanRisk>();
  for (const risk of risks) {
    const key = JSON.stringify([risk.rule, risk.address, risk.message]);
    const seen = kept.get(key);
    if (!seen || compareRisks(risk, seen) < 0) kept.set(key, risk);
  }
  return [...kept.values()];
}
