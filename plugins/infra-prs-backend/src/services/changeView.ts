import {
  ChangeApply,
  ChangeRequest,
  ChangeRequestDetail,
  ChangeState,
  ChecksSummary,
  HostRules,
  RequestLife,
  cutText,
  SourceSummary,
} from '@slipway/plugin-infra-prs-common';
import { QueueEntry } from '../clients/BranchRules';
import { Person } from './approvers';
import { Assessment } from './assessChange';
import { whyNotAutoMerge } from './autoMergeRules';
import { hasPassed } from './reportedChecks';
import { ChangeFacts, CheckFacts, PullFacts } from './changeFacts';
import { planSummaryOf } from './planSummaryOf';
import { latestChecks } from './planState';
import { riskOf } from './planTraces';
import { isRequester } from './requesters';
import { SettledRow } from './SettledRow';
import { taskOf } from './taskOf';
import { whyNotListedInBulk } from './bulkRules';
import { viewerOf, whyNotApprove } from './viewerOf';

function stateOf(pull: PullFacts): ChangeState {
  if (pull.mergedAt) return 'merged';
  return pull.state === 'open' ? 'open' : 'closed';
}

/** All checks of a commit in one word. */
export function summarizeChecks(
  checks: readonly CheckFacts[] | undefined,
): ChecksSummary {
  if (!checks) return { state: 'unknown', passed: 0, failed: 0, pending: 0 };
  const latest = latestChecks(checks);
  const passed = latest.filter(hasPassed).length;
  const pending = latest.filter(c => c.status !== 'completed').length;
  const failed = latest.length - passed - pending;
  const counts = { passed, failed, pending };
  if (failed > 0) return { state: 'failed', ...counts };
  if (pending > 0) return { state: 'pending', ...counts };
  return { state: passed > 0 ? 'passed' : 'none', ...counts };
}

function basicsOf({ pull }: ChangeFacts, assessment: Assessment) {
  return {
    number: pull.number,
    title: pull.title,
    state: stateOf(pull),
    draft: pull.draft,
    url: pull.url,
    author: pull.author.name,
    requesters: assessment.requesters.refs,
    entityRef: assessment.entityRef,
    environments: assessment.environments.map(e => e.name),
    createdAt: pull.createdAt,
    updatedAt: pull.updatedAt,
    mergedAt: pull.mergedAt,
    headSha: pull.headSha,
    totals: assessment.plan.plan?.totals,
  };
}

/** A change as a row of a list; `checks` is undefined when they could not be read. */
export function toListItem(
  facts: ChangeFacts,
  assessment: Assessment,
  person: Person,
  checks: readonly CheckFacts[] | undefined,
): ChangeRequest {
  const approve = whyNotApprove(facts.pull, assessment, person);
  const viewer = {
    isRequester: isRequester(assessment.requesters, person),
    canApprove: !approve,
    whyNotInBulk: whyNotListedInBulk(facts, assessment, approve),
  };
  return {
    ...basicsOf(facts, assessment),
    fromForm: assessment.fromForm,
    checks: summarizeChecks(checks),
    risk: riskOf(assessment.plan.plan),
    viewer: { ...viewer, task: taskOf(facts, assessment, person, viewer) },
  };
}

/** A change that is over as a row of a list; without `row` only what GitHub's list says of it is known. */
export function toSettledItem(
  facts: ChangeFacts,
  assessment: Assessment,
  person: Person,
  row: SettledRow | undefined,
): ChangeRequest {
  return {
    ...basicsOf(facts, assessment),
    fromForm: assessment.fromForm,
    environments: row?.environments ?? [],
    checks: row?.checks ?? summarizeChecks(undefined),
    totals: row?.totals,
    risk: row?.risk,
    viewer: {
      isRequester: isRequester(assessment.requesters, person),
      canApprove: false,
    },
  };
}

function hostRulesOf(
  { baseRef }: PullFacts,
  { host, codeOwners }: Assessment,
): HostRules {
  return {
    branch: baseRef,
    rules: host?.rules.words ?? [],
    unknown: host?.rules.unknown,
    codeOwners: {
      required: host?.rules.codeOwners ?? false,
      path: host?.codeOwners?.path,
      needs: codeOwners,
    },
  };
}

/** A change with all that its page shows. */
/** Summaries may be as long as plans. */
const MAX_WORDS = 500;

/** A check without what only those need who look into it: this travels with every look at the change. */
function toCheckRow({
  id: _,
  text: __,
  startedAt: ___,
  summary,
  ...check
}: CheckFacts) {
  const [words] = summary?.split(/\n\s*\n/, 1) ?? [];
  return { ...check, summary: words && cutText(words, MAX_WORDS) };
}

function totalsOf({ pull, files }: ChangeFacts) {
  const sum = (of: 'additions' | 'deletions') =>
    files.reduce((total, file) => total + file[of], 0);
  return {
    count: pull.changedFiles ?? files.length,
    additions: sum('additions'),
    deletions: sum('deletions'),
  };
}

/** A change with all that its page shows at once. */
export function toDetail(
  facts: ChangeFacts,
  assessment: Assessment,
  person: Person,
  extra: {
    readonly apply?: ChangeApply;
    readonly queue?: QueueEntry;
    readonly life: RequestLife;
    readonly parameters?: Readonly<Record<string, unknown>>;
    readonly form?: ChangeRequestDetail['form'];
    readonly unresolved?: number;
    readonly sources: readonly SourceSummary[];
    /** By lower-case login. */
    readonly people: ReadonlyMap<string, Person>;
  },
): ChangeRequestDetail {
  const { people, ...rest } = extra;
  return {
    ...basicsOf(facts, assessment),
    checks: summarizeChecks(facts.checks),
    checkRuns: latestChecks(facts.checks).map(toCheckRow),
    fileTotals: totalsOf(facts),
    plan: assessment.plan.plan && planSummaryOf(assessment.plan.plan),
    planDigest: assessment.plan.digest,
    commits: facts.commits.map(commit => ({
      ...commit,
      author: commit.author.name,
      authorRef: people.get((commit.author.login ?? '').toLowerCase())
        ?.userEntityRef,
    })),
    approvals: assessment.approvals,
    approvalNeeds: assessment.needs,
    blockers: assessment.blockers,
    hostRules: hostRulesOf(facts.pull, assessment),
    merging: {
      way: assessment.host?.rules.mergeQueue ? 'queue' : 'merge',
      queue: extra.queue,
      autoMerge: facts.pull.autoMerge,
      whyNotAutoMerge: whyNotAutoMerge(facts.pull, assessment),
    },
    apply: extra.apply,
    viewer: viewerOf(facts.pull, assessment, person),
    ...rest,
  };
}
