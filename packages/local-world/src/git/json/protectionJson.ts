import { Protection } from '../records/protectionSchema';

/** The protection of a branch, at its own address. */
export function protectionJson(url: string, protection: Protection) {
  const { requiredContexts: contexts, requiredApprovals } = protection;
  return {
    url,
    ...(contexts && {
      required_status_checks: {
        url: `${url}/required_status_checks`,
        contexts_url: `${url}/required_status_checks/contexts`,
        strict: protection.strict,
        contexts,
        checks: contexts.map(context => ({ context, app_id: null })),
      },
    }),
    ...(requiredApprovals !== undefined && {
      required_pull_request_reviews: {
        url: `${url}/required_pull_request_reviews`,
        required_approving_review_count: requiredApprovals,
        dismiss_stale_reviews: protection.dismissStale,
        require_code_owner_reviews: protection.codeOwners,
      },
    }),
    enforce_admins: {
      url: `${url}/enforce_admins`,
      enabled: protection.enforceAdmins,
    },
    required_linear_history: { enabled: protection.linearHistory },
    required_conversation_resolution: {
      enabled: protection.resolvedThreads ?? false,
    },
    allow_force_pushes: { enabled: false },
    allow_deletions: { enabled: false },
  };
}
