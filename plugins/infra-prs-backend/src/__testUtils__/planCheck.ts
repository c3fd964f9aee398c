import {
  formatPlanReport,
  PLAN_CHECK_NAME,
} from '@slipway/plugin-infra-prs-common';
import { CheckFacts } from '../services/changeFacts';
import { check, sha } from './facts';
import { planOf } from './fixtures';

/** The check with which the runner reports a plan that creates one queue. */
export function planCheck(
  environment: string,
  headSha = sha('a'),
  name = 'mailer',
  over: Partial<CheckFacts> = {},
): CheckFacts {
  const report = formatPlanReport({
    version: 1,
    runner: 'static',
    headSha,
    roots: planOf(environment, name),
  });
  return check(PLAN_CHECK_NAME, {
    text: report,
    startedAt: '2026-01-01T00:00:00Z',
    ...over,
  });
}
