import {
  isAtLeast,
  PlanRoot,
  planRisk,
  rootRisks,
} from '@slipway/plugin-infra-prs-common';
import { Assessment } from './assessChange';

/** What of a root may hold things that cannot be made again: what is gone, and what is not listed but goes. */
function lossOf({ changes, omitted }: PlanRoot): string | undefined {
  const lost = changes.find(change => planRisk(change));
  if (lost) return `${lost.action}s ${lost.address}`;
  const hidden = (omitted?.delete ?? 0) + (omitted?.replace ?? 0);
  return hidden > 0 ? `destroys ${hidden} resources not listed` : undefined;
}

/** Why a change is not decided as one of many, in words: what is risky is looked at by itself. */
export function whyNotInBulk({ plan }: Assessment): string | undefined {
  const roots = plan.plan?.roots ?? [];
  const risk = roots
    .flatMap(rootRisks)
    .find(({ severity }) => isAtLeast(severity, 'high'));
  if (risk) {
    const what = risk.address ? `${risk.address}: ` : '';
    return `It is risky: ${what}${risk.message}`;
  }
  const loss = roots.map(lossOf).find(words => words !== undefined);
  return loss && `It ${loss}`;
}
