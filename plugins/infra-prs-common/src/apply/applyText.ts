import { cutText } from '../plan/safeText';
import { MAX_CHECK_TEXT } from '../plan/fitPlanReport';
import { ApplyReport, applyReportSchema, ApplyRoot } from './applyReport';

const FENCE = '```json slipway-apply';
/** GitHub keeps no longer text in a check run; hosts that do are not read further. */
const MAX_READ = 4 * MAX_CHECK_TEXT;

/** Writes an apply report as check-run text. @public */
export function formatApplyReport(report: ApplyReport): string {
  return `${FENCE}\n${JSON.stringify(report)}\n\`\`\`\n`;
}

/**
 * Reads an apply report out of check-run text.
 *
 * @returns undefined when the text holds none.
 * @throws Error when it is there but is cut or malformed.
 * @public
 */
export function parseApplyReport(checkText: string): ApplyReport | undefined {
  const start = checkText.indexOf(`${FENCE}\n`);
  if (start < 0) return undefined;
  const from = start + FENCE.length + 1;
  const end = checkText.indexOf('\n```', from);
  if (end < 0 || end - from > MAX_READ) {
    throw new Error('The report in the check run is cut off or too long');
  }
  return applyReportSchema.parse(JSON.parse(checkText.slice(from, end)));
}

/** From all to what is needed: how much of each error, and how many of the created resources. */
const LEVELS: ReadonlyArray<{ error: number; created: number }> = [
  { error: 5_000, created: 500 },
  { error: 2_000, created: 50 },
  { error: 500, created: 10 },
  { error: 200, created: 0 },
  { error: 40, created: 0 },
];

/** An apply report as text that fits a check run: a long one loses created resources and the ends of errors. @public */
export function fitApplyReport(
  report: ApplyReport,
  limit = MAX_CHECK_TEXT,
): string {
  for (const level of LEVELS) {
    const roots = report.roots.map(root => shorten(root, level));
    const fitting = formatApplyReport({ ...report, roots });
    if (fitting.length <= limit) return fitting;
  }
  // Hundreds of roots: those that failed matter most, then those that do something.
  const weight = (root: ApplyRoot) =>
    Number(root.state !== 'failed') +
    Number(root.added + root.changed + root.destroyed === 0);
  const ordered = [...report.roots]
    .sort((a, b) => weight(a) - weight(b))
    .map(root => shorten(root, { error: 40, created: 0 }));
  for (let count = ordered.length; count > 0; count = Math.floor(count / 2)) {
    const roots = ordered.slice(0, count);
    const fitting = formatApplyReport({ ...report, roots });
    if (fitting.length <= limit) return fitting;
  }
  return formatApplyReport({ ...report, roots: [] });
}

function shorten(
  root: ApplyRoot,
  most: { error: number; created: number },
): ApplyRoot {
  const created = root.created.slice(0, most.created);
  const lost = root.created.length - created.length;
  const omitted = (root.omittedCreated ?? 0) + lost;
  return {
    ...root,
    created,
    ...(root.error !== undefined && { error: cutText(root.error, most.error) }),
    ...(omitted > 0 && { omittedCreated: omitted }),
  };
}
