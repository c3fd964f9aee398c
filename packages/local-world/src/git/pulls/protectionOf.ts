import { HostedRepository } from '../records/HostedRepository';
import { Protection } from '../records/protectionSchema';
import { Rule, Ruleset } from '../records/ruleSchema';

/** Rules in force for a branch, with the ruleset each comes from. */
export function rulesOf(
  repository: HostedRepository,
  branch: string,
): ReadonlyArray<{ readonly ruleset: Ruleset; readonly rule: Rule }> {
  return repository.record.rulesets
    .filter(({ enforcement }) => enforcement === 'active')
    .filter(({ branches }) => branches.includes(branch))
    .flatMap(ruleset => ruleset.rules.map(rule => ({ ruleset, rule })));
}

/** The merge queue that a branch is merged through. */
export function mergeQueueOf(repository: HostedRepository, branch: string) {
  for (const { rule } of rulesOf(repository, branch)) {
    if (rule.type === 'merge_queue') return rule.parameters;
  }
  return undefined;
}

const open: Protection = {
  strict: false,
  dismissStale: false,
  codeOwners: false,
  enforceAdmins: true,
  linearHistory: false,
};

function withRule(so: Protection, rule: Rule): Protection {
  if (rule.type === 'pull_request') {
    const { parameters } = rule;
    const count = parameters.required_approving_review_count;
    return {
      ...so,
      requiredApprovals: Math.max(so.requiredApprovals ?? 0, count),
      dismissStale: so.dismissStale || parameters.dismiss_stale_reviews_on_push,
      codeOwners: so.codeOwners || parameters.require_code_owner_review,
      resolvedThreads:
        so.resolvedThreads || parameters.required_review_thread_resolution,
    };
  }
  if (rule.type !== 'required_status_checks') return so;
  const names = rule.parameters.required_status_checks.map(c => c.context);
  const strict = rule.parameters.strict_required_status_checks_policy;
  return {
    ...so,
    strict: so.strict || strict,
    requiredContexts: [...new Set([...(so.requiredContexts ?? []), ...names])],
  };
}

/** What a branch asks for: its protection and its rules together, where the stricter wins. */
export function protectionOf(
  repository: HostedRepository,
  branch: string,
): Protection | undefined {
  const classic = repository.record.protections[branch];
  const rules = rulesOf(repository, branch).map(({ rule }) => rule);
  if (rules.length === 0) return classic;
  return rules.reduce(withRule, classic ?? open);
}
