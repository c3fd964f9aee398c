import { RiskSeverity } from '../plan/planRiskSchema';
import { cutText, safeText } from '../plan/safeText';
import { Finding, findingSchema, joinFindings } from './finding';
import { sarifPath } from './sarifPath';
import { SarifResult, SarifRule, SarifRun, sarifSchema } from './sarifSchema';

/** Longer files are refused, in characters. */
const MAX_TEXT = 50 * 1024 * 1024;
const MAX_RESULTS = 20_000;
const MAX_MESSAGE = 600;
const MAX_HELP = 600;

const LEVELS: Readonly<
  Record<NonNullable<SarifResult['level']>, RiskSeverity | undefined>
> = { error: 'high', warning: 'medium', note: 'low', none: undefined };

/** Text that is no SARIF; the message says what it is instead. @public */
export class SarifReadError extends Error {
  override readonly name = 'SarifReadError';
}

/**
 * Findings of a SARIF log, as trivy, checkov and others write it. What was suppressed, passed or is gone is left out.
 *
 * @param root - folder of the repository that the scanner ran in
 * @throws SarifReadError
 * @public
 */
export function parseSarif(text: string, root = '.'): Finding[] {
  if (text.length > MAX_TEXT) {
    throw new SarifReadError('It has more than 50 MB');
  }
  const parsed = sarifSchema.safeParse(parseJson(text));
  if (!parsed.success) {
    const [{ path }] = parsed.error.issues;
    throw new SarifReadError(
      path[0] === 'version'
        ? 'It is not SARIF 2.1.0'
        : `It is not as SARIF says at ${path.join('.').slice(0, 100)}`,
    );
  }
  const count = parsed.data.runs.flatMap(({ results }) => results ?? []).length;
  if (count > MAX_RESULTS) {
    throw new SarifReadError(`It has more than ${MAX_RESULTS} results`);
  }
  return joinFindings(
    parsed.data.runs.flatMap(run =>
      (run.results ?? []).flatMap(result => toFinding(run, result, root)),
    ),
  );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    throw new SarifReadError('It is not JSON, or is cut off');
  }
}

function toFinding(run: SarifRun, result: SarifResult, root: string) {
  const rule = ruleOf(run, result);
  const severity = severityOf(result, rule);
  if (!severity || isLeftOut(result)) return [];
  const [location] = result.locations ?? [];
  const place = location?.physicalLocation;
  const path = sarifPath(place?.artifactLocation?.uri, root);
  const line = place?.region?.startLine;
  const finding = findingSchema.safeParse({
    tool: cutText(run.tool.driver.name, 100),
    rule: cutText(rule?.id ?? result.ruleId ?? 'unknown', 200),
    severity,
    message: messageOf(result, rule),
    help: helpOf(rule),
    ...(/^https?:\/\/[^\s"'<>]+$/.test(rule?.helpUri ?? '') && {
      helpUri: rule?.helpUri,
    }),
    path,
    ...(path !== undefined && line !== undefined && line > 0 && { line }),
    ...(result.baselineState !== undefined && {
      isNew: result.baselineState === 'new',
    }),
  });
  return finding.success ? [finding.data] : [];
}

/** Passed, not about anything, suppressed by somebody, or no longer there. */
function isLeftOut({ kind, suppressions, baselineState }: SarifResult) {
  const accepted = suppressions?.some(
    ({ status }) => status === undefined || status === 'accepted',
  );
  return (
    (kind !== undefined && !['fail', 'open', 'review'].includes(kind)) ||
    accepted === true ||
    baselineState === 'absent'
  );
}

function ruleOf(run: SarifRun, result: SarifResult): SarifRule | undefined {
  const { driver, extensions = [] } = run.tool;
  const at = result.rule?.toolComponent?.index;
  const component = at === undefined ? driver : extensions[at] ?? driver;
  const id = result.ruleId ?? result.rule?.id;
  const index = result.ruleIndex ?? result.rule?.index ?? -1;
  const named = component.rules?.[index];
  // `CA1000/1` is a case of the rule `CA1000`.
  const fits = (rule: SarifRule) =>
    rule.id === id || id?.startsWith(`${rule.id}/`);
  if (named && (id === undefined || fits(named))) return named;
  return [driver, ...extensions].flatMap(({ rules }) => rules ?? []).find(fits);
}

/** By GitHub's scale of `security-severity`, or else by level. https://docs.github.com/en/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning */
function severityOf(
  result: SarifResult,
  rule: SarifRule | undefined,
): RiskSeverity | undefined {
  const score = Number(
    result.properties?.['security-severity'] ??
      rule?.properties?.['security-severity'] ??
      Number.NaN,
  );
  if (score > 0) {
    if (score >= 9) return 'critical';
    if (score >= 7) return 'high';
    return score >= 4 ? 'medium' : 'low';
  }
  const level =
    result.level ?? rule?.defaultConfiguration?.level ?? ('warning' as const);
  return LEVELS[level];
}

function messageOf({ message }: SarifResult, rule: SarifRule | undefined) {
  const named = new Map(Object.entries(rule?.messageStrings ?? {}));
  const text =
    message.text ??
    named.get(message.id ?? '')?.text ??
    rule?.shortDescription?.text ??
    rule?.name ??
    'No message';
  const filled = text.replace(
    /\{(\d)\}/g,
    (whole, at) => message.arguments?.[Number(at)] ?? whole,
  );
  return oneText(filled, MAX_MESSAGE);
}

function helpOf(rule: SarifRule | undefined): string | undefined {
  const text =
    rule?.fullDescription?.text ??
    rule?.shortDescription?.text ??
    rule?.help?.text;
  return text ? oneText(text, MAX_HELP) : undefined;
}

function oneText(text: string, limit: number): string {
  return cutText(safeText(text.slice(0, limit * 4)).trim(), limit);
}
