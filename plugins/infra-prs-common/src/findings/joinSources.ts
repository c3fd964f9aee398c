import { compareRisks } from '../plan/planRiskSchema';
import { ChangeFinding } from './changeFindings';
import { joinFindings } from './finding';

type Source = NonNullable<ChangeFinding['sources']>[number];
/** A finding and the way by which it was told. */
export type ToldFinding = ChangeFinding & { readonly way: Source['way'] };

/** Trivy has named its rules with and without the prefix. */
const ruleKey = (rule: string) => rule.toLowerCase().replace(/^avd-/, '');
const words = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** What makes two findings the same: one place, and there one rule or the same words. Without a place, all of it. */
function keysOf(finding: ChangeFinding): string[] {
  const { tool, path, line, rule, message } = finding;
  if (path === undefined || line === undefined) {
    return [JSON.stringify([tool.toLowerCase(), rule, path, message])];
  }
  return [
    JSON.stringify(['rule', path, line, ruleKey(rule)]),
    JSON.stringify(['words', path, line, words(message)]),
  ];
}

function joined(a: ToldFinding, b: ToldFinding): ToldFinding {
  const [worst, other] = compareRisks(a, b) <= 0 ? [a, b] : [b, a];
  const isNew = worst.isNew ?? other.isNew;
  return { ...other, ...worst, ...(isNew !== undefined && { isNew }) };
}

function sourceOf({ tool, rule, way, url, helpUri }: ToldFinding): Source {
  const page = url ?? helpUri;
  return { tool, rule, way, ...(page !== undefined && { url: page }) };
}

/** Groups of the same finding; each finding joins the first group that has one of its keys. */
function groupsOf(findings: readonly ToldFinding[]): ToldFinding[][] {
  const groups: ToldFinding[][] = [];
  const byKey = new Map<string, ToldFinding[]>();
  for (const finding of findings) {
    const keys = keysOf(finding);
    const known = keys.map(key => byKey.get(key)).find(Boolean);
    const group = known ?? [];
    if (!known) groups.push(group);
    group.push(finding);
    for (const key of keys) if (!byKey.has(key)) byKey.set(key, group);
  }
  return groups;
}

function distinct(sources: readonly Source[]): Source[] {
  const byName = new Map<string, Source>();
  for (const source of sources) {
    const { tool, way, rule } = source;
    const key = JSON.stringify([tool.toLowerCase(), way, ruleKey(rule)]);
    if (!byName.has(key)) byName.set(key, source);
  }
  return [...byName.values()];
}

/**
 * The same finding once, told by two tools or by one in two ways, with all who told it; worst first. Two findings are the same
 * on one line under one rule or in the same words.
 * @public
 */
export function joinSources(findings: readonly ToldFinding[]): ChangeFinding[] {
  const once = groupsOf(findings).map(group => {
    const { way: _, ...finding } = group.reduce(joined);
    return { ...finding, sources: distinct(group.map(sourceOf)) };
  });
  return joinFindings(once);
}
