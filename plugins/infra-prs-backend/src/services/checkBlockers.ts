import {
  ChangeBlocker,
  PLAN_CHECK_NAME,
} from '@slipway/plugin-infra-prs-common';
import { ChangeFacts } from './changeFacts';
import { HostFacts } from './HostRulesReader';
import { AUTHOR } from './planBlockers';
import { PlanState } from './planState';
import { checkLink, ReportedCheck, reportedChecks } from './reportedChecks';

/** States of a pull request in which GitHub waits for nothing. */
const SILENT = ['clean', 'unstable', 'has_hooks'];

const names = (list: readonly ReportedCheck[]) =>
  list.map(({ name }) => name).join(', ');

function failingBlockers(
  failing: readonly ReportedCheck[],
  required: readonly string[],
  branch: string,
): ChangeBlocker[] {
  const wanted = failing.filter(({ name }) => required.includes(name));
  const others = failing.filter(({ name }) => !required.includes(name));
  const code = 'checks_failing';
  const who = `${AUTHOR} pushes a fix`;
  const blockers: ChangeBlocker[] = wanted.map(check => ({
    code,
    message: `${branch} asks for ${check.name}, and it failed`,
    who,
    links: [checkLink(check)],
  }));
  if (others.length === 0) return blockers;
  const message = `Checks failed: ${names(others)}`;
  return [...blockers, { code, message, who, links: others.map(checkLink) }];
}

/**
 * Checks and commit statuses that failed or still run; each that GitHub's rules ask for by itself. A status that runs counts
 * only where they ask for it: some, such as `atlantis/apply`, wait until after the merge.
 */
export function checkBlockers(
  facts: ChangeFacts,
  plan: PlanState,
  host: HostFacts | undefined,
): ChangeBlocker[] {
  const required = host?.rules.requiredChecks ?? [];
  // A plan that is missing or failed is told in its own words.
  const reported = reportedChecks(facts).filter(
    check => !plan.problem || check.name !== PLAN_CHECK_NAME,
  );
  const failing = reported.filter(({ outcome }) => outcome === 'failed');
  const pending = reported.filter(
    ({ outcome, isStatus, name }) =>
      outcome === 'pending' && (!isStatus || required.includes(name)),
  );
  const blockers = failingBlockers(failing, required, facts.pull.baseRef);
  if (pending.length === 0) return blockers;
  const running: ChangeBlocker = {
    code: 'checks_pending',
    message: `Checks are still running: ${names(pending)}`,
    who: 'Nobody: it takes a moment',
    links: pending.map(checkLink),
  };
  return [...blockers, running];
}

/** What GitHub's rules ask for and nothing has reported, check run or status: each by itself. */
export function missingCheckBlockers(
  facts: ChangeFacts,
  plan: PlanState,
  host: HostFacts | undefined,
): ChangeBlocker[] {
  const { baseRef, mergeableState } = facts.pull;
  // Whoever may pass the rules is told by GitHub that nothing is missing; lists are told nothing.
  if (SILENT.includes(mergeableState ?? 'clean')) return [];
  const reported = new Set(reportedChecks(facts).map(({ name }) => name));
  return (host?.rules.requiredChecks ?? [])
    .filter(name => !reported.has(name))
    .filter(name => !plan.problem || name !== PLAN_CHECK_NAME)
    .map(name => ({
      code: 'branch_protection',
      message: `${baseRef} asks for ${name}, and nothing has reported it`,
      who: 'Whatever runs it; ask the platform team if it takes longer than a few minutes',
      links: [{ text: name, section: 'checks' }],
    }));
}
