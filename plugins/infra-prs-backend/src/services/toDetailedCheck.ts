import { DetailedCheck } from '@slipway/plugin-infra-prs-common';
import { StatusFacts } from '../clients/GithubCheckDetails';
import { CheckFacts } from './changeFacts';

/** What of a check is not read from GitHub's list of checks. */
type Beside = Pick<DetailedCheck, 'required' | 'annotations' | 'problem'>;

/** A check run with all that it says. */
export function toDetailedCheck(
  { text: _, ...check }: CheckFacts,
  beside: Beside,
): DetailedCheck {
  return { ...check, ...beside };
}

const CONCLUSIONS = {
  success: 'success',
  error: 'failure',
  failure: 'failure',
};

/** A commit status, told as a check. */
export function statusAsCheck(
  status: StatusFacts,
  required: boolean | undefined,
): DetailedCheck {
  const { name, state, description, url, updatedAt, createdAt } = status;
  const done = state !== 'pending';
  return {
    name,
    status: done ? 'completed' : 'in_progress',
    ...(done && { conclusion: CONCLUSIONS[state], completedAt: updatedAt }),
    startedAt: createdAt,
    url,
    summary: description,
    required,
    annotations: [],
  };
}
