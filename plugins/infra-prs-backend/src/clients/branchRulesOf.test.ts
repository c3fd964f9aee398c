import { branchRulesOf, protectionSchema, rulesSchema } from './branchRulesOf';

const rules = (...given: object[]) => rulesSchema.parse(given);

describe('branchRulesOf', () => {
  it('knows nothing where there is nothing', () => {
    expect(branchRulesOf([], undefined)).toEqual({
      approvals: 0,
      codeOwners: false,
      dismissesStale: false,
      requiredChecks: [],
      resolvedThreads: false,
      mergeQueue: false,
      words: [],
      unknown: undefined,
    });
  });

  it('puts rulesets and the classic protection together, and the stricter wins', () => {
    const rulesets = rules(
      { type: 'deletion' },
      { type: 'required_signatures' },
      {
        type: 'merge_queue',
        parameters: { merge_method: 'SQUASH' },
      },
      {
        type: 'pull_request',
        parameters: {
          required_approving_review_count: 1,
          require_code_owner_review: true,
        },
      },
    );
    const classic = protectionSchema.parse({
      required_pull_request_reviews: {
        dismiss_stale_reviews: true,
        required_approving_review_count: 2,
      },
      required_status_checks: { strict: true, contexts: ['plan', 'fmt'] },
      required_linear_history: { enabled: true },
      required_signatures: { enabled: true },
      required_conversation_resolution: { enabled: true },
    });
    expect(branchRulesOf(rulesets, classic)).toMatchObject({
      approvals: 2,
      codeOwners: true,
      dismissesStale: true,
      requiredChecks: ['plan', 'fmt'],
      resolvedThreads: true,
      mergeQueue: true,
      words: [
        'Commits are signed',
        'It is merged through the merge queue',
        '1 approving review by people with write access',
        'An approval of a code owner of each file',
        '2 approving reviews by people with write access',
        'A push takes approvals back',
        'These checks pass: plan, fmt',
        'The branch is up to date',
        'The history stays linear',
        'Conversations are resolved',
      ],
    });
  });

  it('says that there may be more where the protection is hidden', () => {
    expect(branchRulesOf([], undefined, 'hidden').unknown).toBe('hidden');
  });
});
