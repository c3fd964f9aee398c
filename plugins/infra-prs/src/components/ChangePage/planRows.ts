import {
  PlanAction,
  PlanResourceChange,
  PlanRisk,
  PlanRoot,
  rootRisks,
} from '@slipway/plugin-infra-prs-common';

/** One change of a root with what is at stake by it. */
export interface PlanRow {
  /** Unique on the page, and the same in the next plan: what was open stays open. */
  readonly key: string;
  readonly change: PlanResourceChange;
  readonly risks: readonly PlanRisk[];
}

/** What a change can be filtered by; a move or an import may come with any other. */
export const PLAN_KINDS = [
  'delete',
  'replace',
  'update',
  'create',
  'forget',
  'move',
  'import',
  'read',
] as const;
/** @see PLAN_KINDS */
export type PlanKind = (typeof PLAN_KINDS)[number];

const ORDER: readonly PlanAction[] = [
  'delete',
  'replace',
  'forget',
  'update',
  'create',
  'no-op',
  'read',
];

/** Changes of a root, what is most at stake first. */
export function rowsOf(root: PlanRoot): PlanRow[] {
  const risks = new Map<string, PlanRisk[]>();
  for (const risk of rootRisks(root)) {
    if (risk.address === undefined) continue;
    const known = risks.get(risk.address);
    if (known) known.push(risk);
    else risks.set(risk.address, [risk]);
  }
  const seen = new Map<string, number>();
  const keyOf = (address: string) => {
    const times = (seen.get(address) ?? 0) + 1;
    seen.set(address, times);
    return `${root.path} ${address} ${times}`;
  };
  const rank = ({ change }: PlanRow) => ORDER.indexOf(change.action);
  return root.changes
    .map(change => ({
      key: keyOf(change.address),
      change,
      risks: risks.get(change.address) ?? [],
    }))
    .sort((a, b) => rank(a) - rank(b));
}

/** What a change is filtered as. */
export function kindsOf({
  action,
  previousAddress,
  importId,
}: PlanResourceChange): PlanKind[] {
  return [
    ...(action === 'no-op' ? [] : [action]),
    ...(previousAddress === undefined ? [] : (['move'] as const)),
    ...(importId === undefined ? [] : (['import'] as const)),
  ];
}

/** How many changes there are of each kind. */
export function countKinds(
  changes: readonly PlanResourceChange[],
): ReadonlyMap<PlanKind, number> {
  const counts = new Map<PlanKind, number>();
  for (const kind of changes.flatMap(kindsOf)) {
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return counts;
}
