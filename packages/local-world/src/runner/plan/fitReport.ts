import { formatPlanReport, PlanReport } from '@slipway/plugin-infra-prs-common';

/** GitHub takes no longer text in a check run, in characters. */
const MAX_CHARACTERS = 65_535;

/** A plan report as text that fits a check run; a long one loses unchanged resources first, then details. */
export function fitReport(report: PlanReport): string {
  const simpler: Array<(given: PlanReport) => PlanReport> = [
    given => given,
    given => mapChanges(given, ({ action }) => action !== 'no-op'),
    given =>
      mapChanges(
        given,
        ({ action }) => action !== 'no-op',
        ({ action }) => action === 'update' || action === 'replace',
      ),
    given =>
      mapChanges(
        given,
        ({ action }) => action !== 'no-op',
        () => false,
      ),
  ];
  for (const simplify of simpler) {
    const text = formatPlanReport(simplify(report));
    if (text.length <= MAX_CHARACTERS) return text;
  }
  const roots = report.roots.map(root => ({
    ...root,
    changes: [],
    error: root.error ?? 'The plan is too long to be shown',
  }));
  return formatPlanReport({ ...report, roots });
}

type Change = PlanReport['roots'][number]['changes'][number];

function mapChanges(
  report: PlanReport,
  keep: (change: Change) => boolean,
  detailed: (change: Change) => boolean = () => true,
): PlanReport {
  const roots = report.roots.map(root => ({
    ...root,
    changes: root.changes
      .filter(keep)
      .map(change =>
        detailed(change) ? change : { ...change, attributes: [] },
      ),
  }));
  return { ...report, roots };
}
