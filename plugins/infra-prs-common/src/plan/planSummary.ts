import { joinFindings } from '../findings/finding';
import { costByEnvironment } from './costByEnvironment';
import { CostDelta } from './costDelta';
import { compareRisks, PlanRisk } from './planRiskSchema';
import { PlanResourceChange, PlanRoot } from './planReport';
import { planTotals } from './planTotals';
import { codeText, cutText, safeText } from './safeText';
import { risksOfChanges } from '../risk/findRisks';

/** GitHub takes no longer summary, in characters; some is left for who puts words around it. */
const MAX_SUMMARY = 60_000;
/** Findings of scanners that are listed of a root. */
const MAX_FINDINGS = 10;
const MAX_RISKS = 50;

/** Risks of a root; of a report that names none, what can be told by its changes. @public */
export function rootRisks(
  root: Pick<PlanRoot, 'changes' | 'risks'>,
): readonly PlanRisk[] {
  return root.risks ?? risksOfChanges(root.changes);
}

/** `4 to add, 0 to change, 0 to destroy`, as Terraform counts: a replace is one of each. @public */
export function planCountsText(
  roots: readonly Pick<PlanRoot, 'changes' | 'omitted'>[],
): string {
  const totals = planTotals(roots);
  const parts = [
    `${totals.create + totals.replace} to add`,
    `${totals.update} to change`,
    `${totals.delete + totals.replace} to destroy`,
    ...(totals.import ? [`${totals.import} to import`] : []),
    ...(totals.move ? [`${totals.move} to move`] : []),
    ...(totals.forget ? [`${totals.forget} to forget`] : []),
  ];
  return parts.join(', ');
}

const CENTS = { minimumFractionDigits: 2, maximumFractionDigits: 2 };

/** `$4.20 to $120.00 more a month`; a saving says less. @public */
export function costDeltaText({
  delta,
  currency,
}: Pick<CostDelta, 'delta' | 'currency'>): string {
  const [least, most] = [delta.low, delta.high].sort((a, b) => a - b);
  const money = (amount: number) =>
    `${currency === 'USD' ? '$' : `${currency} `}${Math.abs(
      amount,
    ).toLocaleString('en-US', CENTS)}`;
  const range = (from: number, to: number) =>
    money(from) === money(to) ? money(from) : `${money(from)} to ${money(to)}`;
  if (most === 0 && least === 0) return 'No change in cost';
  if (least >= 0) return `${range(least, most)} more a month`;
  if (most <= 0) return `${range(-most, -least)} less a month`;
  return `${money(least)} less to ${money(most)} more a month`;
}

/** What a plan does, in Markdown: a line per environment, then per root what is risky, what it costs and what changes. @public */
export function planSummary(roots: readonly PlanRoot[]): string {
  const environments = [...new Set(roots.map(root => root.environment))];
  const lines = environments.map(environment => {
    const own = roots.filter(root => root.environment === environment);
    return `${safeText(environment)}: ${planCountsText(own)}`;
  });
  const text = [
    ...lines,
    ...totalLines(roots),
    ...roots.flatMap(rootLines),
  ].join('\n');
  return text.length > MAX_SUMMARY
    ? `${text.slice(
        0,
        text.lastIndexOf('\n', MAX_SUMMARY),
      )}\n\n… the rest is not listed here`
    : text;
}

/** Of one root, its own line says it. */
function totalLines(roots: readonly PlanRoot[]): string[] {
  const { total, environments = [], unpriced } = costByEnvironment(roots) ?? {};
  if (!total || roots.length < 2) return [];
  const each = environments.flatMap(({ environment, cost }) =>
    cost && environments.length > 1
      ? [`${safeText(environment)} ${costDeltaText(cost)}`]
      : [],
  );
  const parts = [
    ...(each.length > 0 ? [each.join(', ')] : []),
    ...(unpriced ? [`${unpriced} without a price`] : []),
  ];
  const more = parts.length > 0 ? ` (${parts.join('; ')})` : '';
  return [`Cost: ${costDeltaText(total)}${more}`];
}

function rootLines(root: PlanRoot): string[] {
  const path = root.path === '.' ? 'This folder' : safeText(root.path);
  const title = `\n**${path}** (${safeText(root.environment)})`;
  const { error, cost, omitted, drift = [] } = root;
  const shown = root.changes.filter(({ action }) => action !== 'read');
  const left = omitted
    ? Object.values(omitted).reduce((sum, count) => sum + count, 0)
    : 0;
  return [
    error === undefined ? title : `${title} cannot be planned`,
    ...(error === undefined
      ? []
      : error.split('\n').map(line => `    ${safeText(line)}`)),
    ...riskLines(rootRisks(root)),
    ...findingLines(root),
    ...(cost
      ? [`- Cost: ${costDeltaText(cost)} (list prices of ${cost.asOf})`]
      : []),
    ...(root.notes ?? []).map(note => `- ${note}`),
    ...shown.map(changeLine),
    ...(left > 0 ? [`- … and ${left} more that are not listed`] : []),
    ...(drift.length > 0
      ? [
          '- Changed outside of Terraform:',
          ...drift.map(change => `  ${changeLine(change)}`),
        ]
      : []),
  ];
}

function riskLines(risks: readonly PlanRisk[]): string[] {
  const sorted = [...risks].sort(compareRisks);
  const lines = sorted
    .slice(0, MAX_RISKS)
    .map(({ severity, address, message, why }) => {
      const where = address === undefined ? '' : `${codeText(address)}: `;
      return `- **${severity}** ${where}${plainLine(`${message}. ${why}`)}`;
    });
  const more = sorted.length - lines.length;
  return more > 0 ? [...lines, `- … and ${more} more risks`] : lines;
}

function findingLines({ findings, omittedFindings = 0 }: PlanRoot): string[] {
  if (!findings) return [];
  const worst = joinFindings(findings);
  const lines = worst
    .slice(0, MAX_FINDINGS)
    .map(({ severity, tool, rule, message, path, line }) => {
      const at = line === undefined ? '' : `:${line}`;
      const where = path === undefined ? '' : `${codeText(`${path}${at}`)}: `;
      const said = plainLine(cutText(message, 200));
      return `- **${severity}** ${where}${said} (${codeText(
        `${tool} ${rule}`,
      )})`;
    });
  const more = worst.length - lines.length + omittedFindings;
  return more > 0 ? [...lines, `- … and ${more} more findings`] : lines;
}

/** One line in which nothing is markup: names in it are anybody's. */
function plainLine(line: string): string {
  return line
    .replace(/\s+/g, ' ')
    .replace(/</g, '‹')
    .replace(/>/g, '›')
    .replaceAll('](', '] (')
    .replaceAll('`', "'");
}

const WORDS: Readonly<Record<PlanResourceChange['action'], string>> = {
  create: 'add',
  update: 'change',
  replace: 'replace',
  delete: 'destroy',
  forget: 'forget',
  read: 'read',
  'no-op': 'keep',
};

function changeLine(change: PlanResourceChange): string {
  const { action, address, previousAddress, importId, reason } = change;
  const extra = [
    ...(previousAddress === undefined
      ? []
      : [`moved from ${codeText(previousAddress)}`]),
    ...(importId === undefined
      ? []
      : [`imported${importId && ` from ${codeText(importId)}`}`]),
    ...(reason === undefined ? [] : [reason]),
  ];
  const words = extra.length > 0 ? ` (${extra.join('; ')})` : '';
  return `- ${WORDS[action]} ${codeText(address)}${words}`;
}
