import {
  compareRisks,
  ManifestObject,
  ManifestTarget,
  PlanRisk,
} from '@slipway/plugin-infra-prs-common';

/** What happens to an object. */
export type ManifestAction = ManifestObject['action'];

/** One object of a target with what is at stake by it. */
export interface ManifestRow {
  /** Unique on the page. */
  readonly key: string;
  readonly object: ManifestObject;
  readonly risks: readonly PlanRisk[];
}

export const MANIFEST_ACTIONS: readonly ManifestAction[] = [
  'remove',
  'change',
  'add',
];

/** How what happens to an object looks: never by colour alone. */
export const MANIFEST_LOOKS: Readonly<
  Record<
    ManifestAction,
    { readonly sign: string; readonly word: string; readonly color: string }
  >
> = {
  add: { sign: '+', word: 'add', color: 'success.main' },
  change: { sign: '~', word: 'change', color: 'info.main' },
  remove: { sign: '−', word: 'remove', color: 'error.main' },
};

/** Objects of a target, what is most at stake first. */
export function manifestRowsOf(target: ManifestTarget): ManifestRow[] {
  const rows = target.objects.map((object, index) => ({
    key: `${target.path} ${index}`,
    object,
    risks: target.risks.filter(({ address }) => address === object.key),
  }));
  const worst = ({ risks }: ManifestRow) =>
    risks[0] ?? { severity: 'low' as const };
  return rows.sort(
    (a, b) =>
      compareRisks(worst(a), worst(b)) ||
      MANIFEST_ACTIONS.indexOf(a.object.action) -
        MANIFEST_ACTIONS.indexOf(b.object.action),
  );
}
