import {
  ChangeBlocker,
  isAtLeast,
  PlanRisk,
  RiskSeverity,
} from '@slipway/plugin-infra-prs-common';
import { PullFacts } from '../changeFacts';
import { AUTHOR } from '../planBlockers';

/** What is known of a change's rendered manifests when it is judged. */
export type ManifestKnowledge =
  | { readonly risks: readonly PlanRisk[] }
  /** They have to be known, and could not be read. */
  | { readonly problem: string };

/** What of the manifests keeps a change from being merged; the one place that says so, called by `assessChange`. */
export function manifestBlockers(
  pull: Pick<PullFacts, 'state' | 'mergedAt'>,
  manifests: ManifestKnowledge | undefined,
  least: RiskSeverity | undefined,
): ChangeBlocker[] {
  if (!manifests || !least || pull.state === 'closed' || pull.mergedAt) {
    return [];
  }
  if ('problem' in manifests) {
    return [
      {
        code: 'unreadable',
        message: `Its Kubernetes manifests could not be rendered in time: ${manifests.problem}`,
        who: 'Nobody: try again in a moment',
      },
    ];
  }
  const [first, ...others] = manifests.risks.filter(({ severity }) =>
    isAtLeast(severity, least),
  );
  if (!first) return [];
  const more = others.length > 0 ? `, and ${others.length} more like it` : '';
  return [
    {
      code: 'plan_risk',
      message: `What it does to Kubernetes is too risky: ${first.address}: ${first.message}${more}`,
      who: `${AUTHOR} pushes a fix; the platform team sets slipway.infraPrs.blockingSeverity`,
    },
  ];
}
