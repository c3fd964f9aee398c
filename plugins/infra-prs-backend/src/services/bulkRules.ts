import {
  ChangeRequest,
  isAtLeast,
  PlanRoot,
  planRisk,
  rootRisks,
} from '@slipway/plugin-infra-prs-common';
import { Assessment } from './assessChange';
import { ChangeFacts } from './changeFacts';
import { missingReviews } from './hostBlockers';

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

/** Lists do not ask GitHub whether a branch can be merged; the decision does. */
const UNASKED = 'mergeability_unknown';
const ALONE = 'Decide about it on its own page';

/** Why a row of a list cannot be one of many, by decision; `approve` is why its person cannot approve it at all. Pure. */
export function whyNotListedInBulk(
  facts: ChangeFacts,
  assessment: Assessment,
  approve: string | undefined,
): ChangeRequest['viewer']['whyNotInBulk'] {
  const { state, draft } = facts.pull;
  if (state !== 'open') return undefined;
  if (draft) return { approve: 'It is a draft', merge: 'It is a draft' };
  const risky = whyNotInBulk(assessment);
  if (risky) {
    const words = `${risky}. ${ALONE}`;
    return { approve: words, merge: words };
  }
  const wanted = assessment.host?.rules.approvals ?? 0;
  const blocker = [
    ...assessment.blockers,
    ...missingReviews(facts, wanted),
  ].find(({ code }) => code !== UNASKED);
  return { approve, merge: blocker?.message };
}
