import { SlipwayEnvironment } from '@slipway/platform-common';
import {
  ApprovalNeed,
  ChangeApproval,
  ChangeBlocker,
  CodeOwnerNeed,
  parseRequestMetadata,
  RiskSeverity,
} from '@slipway/plugin-infra-prs-common';
import { approvalNeeds } from './approvalNeeds';
import { ApprovalContext, judgeApprovals } from './approvalRules';
import { Person } from './approvers';
import { findBlockers } from './blockers';
import { ChangeFacts } from './changeFacts';
import { codeOwnerNeeds } from './codeOwnerNeeds';
import { HostFacts } from './HostRulesReader';
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
  /** GitHub's own rules of its base branch. */
  readonly host?: HostFacts;
}

/** The verdict on a change. */
export interface Assessment extends ApprovalContext {
  readonly entityRef?: string;
  readonly approvals: readonly ChangeApproval[];
  readonly needs: readonly ApprovalNeed[];
  readonly blockers: readonly ChangeBlocker[];
  readonly host?: HostFacts;
  readonly codeOwners: readonly CodeOwnerNeed[];
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

/** Who a login is, as far as the catalog knows. */
function peopleOf({ people }: Surroundings) {
  return (login: string): Person =>
    people.get(login.toLowerCase()) ?? { login, ownershipEntityRefs: [] };
}

function contextOf(facts: ChangeFacts, around: Surroundings): ApprovalContext {
  const { pull, commits, files, checks } = facts;
  const refs = [...around.people].flatMap(([login, person]) =>
    person.userEntityRef ? [[login, person.userEntityRef] as const] : [],
  );
  const folders = around.environments.map(e => e.infrastructure.path);
  const { recordedRequesters: recorded } = around;
  return {
    headSha: pull.headSha,
    plan: readPlanState(pull.headSha, checks, files, folders),
    requesters: findRequesters(pull, commits, recorded, new Map(refs)),
    environments: touchedEnvironments(files, around.environments),
  };
}

/** Judges a change by the facts; the only place where the rules come together. */
export function assessChange(
  facts: ChangeFacts,
  around: Surroundings,
): Assessment {
  const { pull, reviews, files } = facts;
  const { blockingSeverity, host } = around;
  const context = contextOf(facts, around);
  const personOf = peopleOf(around);
  const approvals = judgeApprovals(reviews, personOf, context);
  const approving = approvals
    .filter(({ valid }) => valid)
    .map(({ login }) => personOf(login));
  const author = pull.author.login;
  const verdict = {
    plan: context.plan,
    approvals,
    needs: approvalNeeds(context.environments, approving),
    blockingSeverity,
    host,
    codeOwners: codeOwnerNeeds(
      host?.codeOwners,
      { files, reviews, author },
      personOf,
    ),
  };
  return {
    ...context,
    ...verdict,
    entityRef: around.recordedEntity ?? parseRequestMetadata(pull.body)?.entity,
    blockers: findBlockers(facts, verdict),
  };
}
