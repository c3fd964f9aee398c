import { z } from 'zod';
import { BranchRules } from './BranchRules';

/** Rules of rulesets that mean something here; others are told by their name. */
const ruleSchema = z.object({
  type: z.string(),
  parameters: z
    .object({
      dismiss_stale_reviews_on_push: z.boolean().optional(),
      require_code_owner_review: z.boolean().optional(),
      require_last_push_approval: z.boolean().optional(),
      required_approving_review_count: z.number().optional(),
      required_review_thread_resolution: z.boolean().optional(),
      strict_required_status_checks_policy: z.boolean().optional(),
      required_status_checks: z
        .array(z.object({ context: z.string() }))
        .optional(),
    })
    .optional(),
});
/** https://docs.github.com/en/rest/repos/rules#get-rules-for-a-branch */
export const rulesSchema = z.array(ruleSchema);

const enabled = z.object({ enabled: z.boolean() }).optional();
/** https://docs.github.com/en/rest/branches/branch-protection#get-branch-protection */
export const protectionSchema = z.object({
  required_status_checks: z
    .object({ strict: z.boolean().optional(), contexts: z.array(z.string()) })
    .optional(),
  required_pull_request_reviews: z
    .object({
      dismiss_stale_reviews: z.boolean().optional(),
      require_code_owner_reviews: z.boolean().optional(),
      require_last_push_approval: z.boolean().optional(),
      required_approving_review_count: z.number().optional(),
    })
    .optional(),
  required_linear_history: enabled,
  required_signatures: enabled,
  required_conversation_resolution: enabled,
});

type Rule = z.infer<typeof ruleSchema>;
type ClassicProtection = z.infer<typeof protectionSchema>;

const NAMED: Readonly<Record<string, string>> = {
  required_linear_history: 'The history stays linear',
  required_signatures: 'Commits are signed',
  required_conversation_resolution: 'Conversations are resolved',
  required_deployments: 'Deployments have to succeed first',
  workflows: 'Workflows of the organization have to pass',
  code_scanning: 'Code scanning has to pass',
};

/** A classic protection as the rules that say the same. */
function asRules(protection: ClassicProtection): Rule[] {
  const reviews = protection.required_pull_request_reviews;
  const checks = protection.required_status_checks;
  const on = (name: keyof ClassicProtection, flag: typeof enabled._output) =>
    flag?.enabled ? [{ type: String(name) }] : [];
  const pull = reviews && {
    ...reviews,
    dismiss_stale_reviews_on_push: reviews.dismiss_stale_reviews,
    require_code_owner_review: reviews.require_code_owner_reviews,
  };
  return [
    ...(pull ? [{ type: 'pull_request', parameters: pull }] : []),
    ...(checks
      ? [
          {
            type: 'required_status_checks',
            parameters: {
              strict_required_status_checks_policy: checks.strict,
              required_status_checks: checks.contexts.map(context => ({
                context,
              })),
            },
          },
        ]
      : []),
    ...on('required_linear_history', protection.required_linear_history),
    ...on('required_signatures', protection.required_signatures),
    ...on(
      'required_conversation_resolution',
      protection.required_conversation_resolution,
    ),
  ];
}

function pullWords({ parameters = {} }: Rule): string[] {
  const count = parameters.required_approving_review_count ?? 0;
  const noun = count === 1 ? 'approving review' : 'approving reviews';
  return [
    ...(count > 0 ? [`${count} ${noun} by people with write access`] : []),
    ...(parameters.require_code_owner_review
      ? ['An approval of a code owner of each file']
      : []),
    ...(parameters.dismiss_stale_reviews_on_push
      ? ['A push takes approvals back']
      : []),
    ...(parameters.require_last_push_approval
      ? ['The last push is approved by someone else']
      : []),
    ...(parameters.required_review_thread_resolution
      ? ['Conversations are resolved']
      : []),
  ];
}

function wordsOf(rule: Rule): string[] {
  const { type, parameters = {} } = rule;
  if (type === 'pull_request') return pullWords(rule);
  if (type === 'merge_queue') return ['It is merged through the merge queue'];
  if (type !== 'required_status_checks')
    return NAMED[type] ? [NAMED[type]] : [];
  const names = (parameters.required_status_checks ?? []).map(c => c.context);
  return [
    ...(names.length > 0 ? [`These checks pass: ${names.join(', ')}`] : []),
    ...(parameters.strict_required_status_checks_policy
      ? ['The branch is up to date']
      : []),
  ];
}

/** Puts rulesets and classic protection together; the stricter wins. */
export function branchRulesOf(
  rulesets: readonly Rule[],
  classic: ClassicProtection | undefined,
  unknown?: string,
): BranchRules {
  const rules = [...rulesets, ...(classic ? asRules(classic) : [])];
  const parameters = rules.map(rule => rule.parameters ?? {});
  const counts = parameters.map(p => p.required_approving_review_count ?? 0);
  const checks = parameters.flatMap(p => p.required_status_checks ?? []);
  return {
    approvals: Math.max(0, ...counts),
    codeOwners: parameters.some(p => p.require_code_owner_review),
    dismissesStale: parameters.some(p => p.dismiss_stale_reviews_on_push),
    requiredChecks: [...new Set(checks.map(({ context }) => context))],
    mergeQueue: rules.some(({ type }) => type === 'merge_queue'),
    resolvedThreads: rules.some(
      ({ type, parameters: p }) =>
        type === 'required_conversation_resolution' ||
        p?.required_review_thread_resolution === true,
    ),
    words: [...new Set(rules.flatMap(wordsOf))],
    unknown,
  };
}
