import { SlipwayEnvironment } from '@slipway/platform-common';
import {
  ApprovalNeed,
  ChangeApproval,
  ChangeBlocker,
  parseRequestMetadata,
  RiskSeverity,
} from '@slipway/plugin-infra-prs-common';
import { approvalNeeds } from './approvalNeeds';
import { ApprovalContext, judgeApprovals } from './approvalRules';
import { Person } from './approvers';
import { findBlockers } from './blockers';
import { ChangeFacts } from './changeFacts';
import { readPlanState } from './planState';
import { authorsOf, findRequesters } from './requesters';
import { touchedEnvironments } from './touchedEnvironments';

/** What Slipway itself knows beside the Git host. */
export interface Surroundings {
  /** Requesters the portal recorded for this pull request. */
  readonly recordedRequesters: readonly string[];
  /** What the portal recorded it to be about. */
  readonly recordedEntity?: string;
  /** By lower-case login. */
  readonly people: ReadonlyMap<string, Person>;
  readonly environments: readonly SlipwayEnvironment[];
  /** Risks as bad as this keep a change from being merged; undefined when none does. */
  readonly blockingSeverity?: RiskSeverity;
}

/** The verdict on a change. */
export interface Assessment extends ApprovalContext {
  readonly entityRef?: string;
  readonly approvals: readonly ChangeApproval[];
  readonly needs: readonly ApprovalNeed[];
  readonly blockers: readonly ChangeBlocker[];
}

/** Logins whose users have to be known before a change can be assessed. */
export function loginsOf(
  facts: Pick<ChangeFacts, 'pull' | 'commits' | 'reviews'>,
): string[] {
  return [
    facts.pull.author.login ?? [],
    facts.commits.flatMap(authorsOf),
    facts.reviews.map(review => review.login),
  ].flat();
}

/** Judges a change by the facts; the only place where the rules come together. */
export function assessChange(
  facts: ChangeFacts,
  around: Surroundings,
): Assessment {
  const { pull, commits } = facts;
  const refs = [...around.people].flatMap(([login, person]) =>
    person.userEntityRef ? [[login, person.userEntityRef] as const] : [],
  );
  const context: ApprovalContext = {
    headSha: pull.headSha,
    plan: readPlanState(
      pull.headSha,
      facts.checks,
      facts.files,
      around.environments.map(({ infrastructure }) => infrastructure.path),
    ),
    requesters: findRequesters(
      pull,
      commits,
      around.recordedRequesters,
      new Map(refs),
    ),
    environments: touchedEnvironments(facts.files, around.environments),
  };
  const personOf = (login: string) =>
    around.people.get(login.toLowerCase()) ?? {
      login,
      ownershipEntityRefs: [],
    };
  const approvals = judgeApprovals(facts.reviews, personOf, context);
  const approving = approvals
    .filter(({ valid }) => valid)
    .map(({ login }) => personOf(login));
  const needs = approvalNeeds(context.environments, approving);
  const { plan } = context;
  const { blockingSeverity } = around;
  return {
    ...context,
    approvals,
    needs,
    entityRef: around.recordedEntity ?? parseRequestMetadata(pull.body)?.entity,
    blockers: findBlockers(facts, { plan, approvals, needs, blockingSeverity }),
  };
}
