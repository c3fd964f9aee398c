import { PolicyRule } from '@slipway/infrastructure-code';
import { Finding } from '../Finding';

interface LineRule {
  readonly rule: PolicyRule;
  readonly path: RegExp;
  readonly pattern: RegExp;
  readonly except?: RegExp;
}

/** Longer lines are data, not what a person wrote, and would make searching slow. */
const MAX_LINE = 2_000;

/** Searches files line by line, for rules that no structure tells: secrets above all. */
export function checkLines(
  files: ReadonlyMap<string, string>,
  rules: readonly PolicyRule[],
): Finding[] {
  const lineRules = rules.flatMap(toLineRule);
  return [...files].flatMap(([file, text]) => {
    const wanted = lineRules.filter(({ path }) => path.test(file));
    return wanted.length === 0
      ? []
      : text
          .split('\n')
          .flatMap((line, index) => findingsOf(wanted, line, file, index + 1));
  });
}

function findingsOf(
  rules: readonly LineRule[],
  text: string,
  file: string,
  line: number,
): Finding[] {
  if (text.length > MAX_LINE) return [];
  return rules
    .filter(({ pattern, except }) => pattern.test(text) && !except?.test(text))
    .map(({ rule: { id, severity, message, reason, fix } }) => ({
      id,
      severity,
      file,
      line,
      message,
      reason,
      fix,
    }));
}

function toLineRule(rule: PolicyRule): LineRule[] {
  const { target, pattern, except } = rule;
  if (target.lines === undefined || pattern === undefined) return [];
  return [
    {
      rule,
      path: new RegExp(target.lines),
      pattern: new RegExp(pattern),
      ...(except === undefined ? {} : { except: new RegExp(except) }),
    },
  ];
}
