import { formatPlanReport, packPlanReport } from './planText';
import {
  OmittedChanges,
  PlanAction,
  PlanReport,
  PlanResourceChange,
  PlanRoot,
} from './planReport';
import { shortenPair } from './shortenPair';

/** GitHub takes no longer text in a check run, in characters. */
export const MAX_CHECK_TEXT = 65_535;

/** What reviewers need most is kept longest. */
const ORDER: readonly PlanAction[] = [
  'delete',
  'replace',
  'forget',
  'update',
  'create',
  'no-op',
  'read',
];
const MAX_DRIFT = 50;
/** From which level on findings are cut, to how many of a root. */
const FEWER_FINDINGS = 2;
const FEW_FINDINGS = 20;

type Shorten = (change: PlanResourceChange) => PlanResourceChange;

const bare: Shorten = change => keepAttributes(change, () => false);
// Of what is new, that something will be known later says little.
const withoutNewUnknown: Shorten = change =>
  change.action === 'create'
    ? keepAttributes(change, ({ unknown }) => !unknown)
    : change;
const onlyChanged: Shorten = change =>
  change.action === 'create' || change.action === 'delete'
    ? bare(change)
    : shortValues(change, 200);

/** From all details to none. */
const LEVELS: readonly Shorten[] = [
  change => change,
  withoutNewUnknown,
  change => shortValues(withoutNewUnknown(change), 500),
  onlyChanged,
  bare,
];

/**
 * A plan report as text that fits a check run. A long one is packed; one that is too long for that loses details, then
 * changes, the least risky first, and says how many.
 *
 * @param sha256 - hex digest of text: what is left out still counts for approvals
 * @public
 */
export function fitPlanReport(
  report: PlanReport,
  sha256: (text: string) => string,
  limit = MAX_CHECK_TEXT,
): string {
  const plain = formatPlanReport(report);
  if (plain.length <= limit) return plain;
  // What scanners found is no part of what the plan does.
  const digests = report.roots.map(({ findings: _, ...root }) =>
    sha256(JSON.stringify(root)),
  );
  for (const [level, shorten] of LEVELS.entries()) {
    const fewer = level < FEWER_FINDINGS ? report : withFewFindings(report);
    const shortened = mapRoots(fewer, (root, at) => {
      const next = { ...root, changes: root.changes.map(shorten) };
      const same = next.changes.every(
        (change, i) => change === root.changes[i],
      );
      return same ? root : { ...next, omittedDigest: `sha256:${digests[at]}` };
    });
    const text = packPlanReport(shortened);
    if (text.length <= limit) return text;
  }
  return fitFewer(report, digests, limit);
}

/** Halves the number of changes of each root until they fit. */
function fitFewer(
  report: PlanReport,
  digests: readonly string[],
  limit: number,
): string {
  const most = Math.max(...report.roots.map(root => root.changes.length));
  for (let count = most; ; count = Math.floor(count / 2)) {
    const fewer = mapRoots(withFewFindings(report), (root, at) =>
      firstChanges(root, count, `sha256:${digests[at]}`),
    );
    const text = packPlanReport(fewer);
    // With no change left, only thousands of roots could be too long; they are cut off, which readers notice.
    if (text.length <= limit || count === 0) return text.slice(0, limit);
  }
}

function firstChanges(
  root: PlanRoot,
  count: number,
  omittedDigest: string,
): PlanRoot {
  const risky = new Set(root.risks?.map(({ address }) => address));
  const weight = ({ action, address }: PlanResourceChange) =>
    ORDER.indexOf(action) - (risky.has(address) ? ORDER.length : 0);
  const ordered = [...root.changes].sort((a, b) => weight(a) - weight(b));
  const keptDrift = Math.min(count, MAX_DRIFT);
  const drift = root.drift?.slice(0, keptDrift).map(bare);
  const lost = (root.drift?.length ?? 0) - (drift?.length ?? 0);
  return {
    ...root,
    changes: ordered.slice(0, count).map(bare),
    omitted: countOmitted(ordered.slice(count)),
    omittedDigest,
    ...(drift && { drift }),
    ...(lost > 0 && { omittedDrift: lost }),
    ...(root.risks && { risks: root.risks.slice(0, Math.max(count, 20)) }),
    ...(root.cost && {
      cost: { ...root.cost, items: root.cost.items.slice(0, 10) },
    }),
  };
}

function withFewFindings(report: PlanReport): PlanReport {
  return mapRoots(report, root => {
    const few = root.findings
      ?.slice(0, FEW_FINDINGS)
      .map(({ help: _, ...finding }) => finding);
    const lost = (root.findings?.length ?? 0) - (few?.length ?? 0);
    const omitted = lost + (root.omittedFindings ?? 0);
    return {
      ...root,
      ...(few && { findings: few }),
      ...(omitted > 0 && { omittedFindings: omitted }),
    };
  });
}

function countOmitted(changes: readonly PlanResourceChange[]): OmittedChanges {
  const count = (action: PlanAction) =>
    changes.filter(change => change.action === action).length;
  const [create, update] = [count('create'), count('update')];
  const [replace, gone] = [count('replace'), count('delete')];
  const other = changes.length - create - update - replace - gone;
  return { create, update, replace, delete: gone, other };
}

function mapRoots(
  report: PlanReport,
  map: (root: PlanRoot, at: number) => PlanRoot,
): PlanReport {
  return { ...report, roots: report.roots.map(map) };
}

function keepAttributes(
  change: PlanResourceChange,
  keep: (attribute: PlanResourceChange['attributes'][number]) => boolean,
): PlanResourceChange {
  const attributes = change.attributes.filter(keep);
  const lost = change.attributes.length - attributes.length;
  if (lost === 0) return change;
  const before = change.omittedAttributes ?? 0;
  return { ...change, attributes, omittedAttributes: before + lost };
}

function shortValues(
  change: PlanResourceChange,
  limit: number,
): PlanResourceChange {
  const attributes = change.attributes.map(({ before, after, ...rest }) => ({
    ...rest,
    ...shortenPair(before, after, limit),
  }));
  return { ...change, attributes };
}
