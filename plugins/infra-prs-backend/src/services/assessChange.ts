import { SlipwayEnvironment } from '@slipway/platform-common';
import {
  ApprovalNeed,
  ChangeApproval,
  ChangeBlocker,
  CodeOwnerNeed,
  RiskSeverity,
} from '@slipway/plugin-infra-prs-common';
import { KeptRecord } from '../store/RequestStore';
import { approvalNeeds } from './approvalNeeds';
import { ApprovalContext, judgeApprovals } from './approvalRules';
import { Person } from './approvers';
import { findBlockers } from './blockers';
import { ChangeFacts } from './changeFacts';
import { AlertKnowledge, alertBlockers } from './findings/alertBlockers';
import {
  manifestBlockers,
  ManifestKnowledge,
} from './manifests/manifestBlockers';
import { codeOwnerNeeds } from './codeOwnerNeeds';
import { factsUntilEnd } from './factsUntilEnd';
import { HostFacts } from './HostRulesReader';
import { metadataOf } from './metadataOf';
import { planOfChange } from './planOfChange';
import { authorsOf, findRequesters } from './requesters';
import { touchedEnvironments } from './touchedEnvironments';

/** What Slipway itself knows beside the Git host. */
export interface Surroundings {
  /** Requesters the portal recorded for this pull request. */
  readonly recordedRequesters: readonly string[];
  /** What the portal recorded it to be about. */
  readonly recordedEntity?: string;
  /** The first of those records. */
  readonly record?: KeptRecord;
  /** The portal's records could not be read: who asked for it is not fully known. */
  readonly isUnrecorded?: true;
  /** By lower-case login. */
  readonly people: ReadonlyMap<string, Person>;
  readonly environments: readonly SlipwayEnvironment[];
  /** Risks as bad as this keep a change from being merged; undefined when none does. */
  readonly blockingSeverity?: RiskSeverity;
  /** Undefined while they are not known, or for changes that have none. */
  readonly manifests?: ManifestKnowledge;
  /** GitHub's own rules of its base branch. */
  readonly host?: HostFacts;
  /** Threads that nobody resolved; undefined where that does not matter, or is not known. */
  readonly unresolvedThreads?: number;
  /** What scanners told GitHub's code scanning; undefined while that is not known. */
  readonly alerts?: AlertKnowledge;
  /** Entity refs of who may merge past Slipway's own rules; nobody when undefined. */
  readonly breakGlass?: readonly string[];
}

/** The verdict on a change. */
export interface Assessment extends ApprovalContext {
  readonly entityRef?: string;
  /** A form of the portal opened it. */
  readonly fromForm: boolean;
  readonly approvals: readonly ChangeApproval[];
  readonly needs: readonly ApprovalNeed[];
  readonly blockers: readonly ChangeBlocker[];
  readonly host?: HostFacts;
  readonly codeOwners: readonly CodeOwnerNeed[];
  readonly breakGlass?: readonly string[];
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

const refs = new WeakMap<Surroundings['people'], ReadonlyMap<string, string>>();

/** Entity refs by login; the people of a list are the same for all its changes. */
function refsOf(people: Surroundings['people']): ReadonlyMap<string, string> {
  const known =
    refs.get(people) ??
    new Map(
      [...people].flatMap(([login, { userEntityRef }]) =>
        userEntityRef ? [[login, userEntityRef] as const] : [],
      ),
    );
  refs.set(people, known);
  return known;
}

function contextOf(facts: ChangeFacts, around: Surroundings): ApprovalContext {
  const { pull, commits, files } = facts;
  const { recordedRequesters: recorded, environments } = around;
  return {
    headSha: pull.headSha,
    plan: planOfChange(facts, environments),
    requesters: findRequesters(pull, commits, recorded, refsOf(around.people)),
    environments: touchedEnvironments(files, environments),
  };
}

function verdictOf(
  facts: ChangeFacts,
  around: Surroundings,
  context: ApprovalContext,
) {
  const { pull, reviews, files } = facts;
  const { blockingSeverity, host, unresolvedThreads } = around;
  const personOf = peopleOf(around);
  const approvals = judgeApprovals(reviews, personOf, context);
  const approving = approvals
    .filter(({ valid }) => valid)
    .map(({ login }) => personOf(login));
  const change = { files, reviews, author: pull.author.login };
  return {
    plan: context.plan,
    approvals,
    needs: approvalNeeds(context.environments, approving),
    blockingSeverity,
    host,
    unresolvedThreads,
    codeOwners: codeOwnerNeeds(host?.codeOwners, change, personOf),
  };
}

/** Judges a change by the facts; the only place where the rules come together. */
export function assessChange(
  known: ChangeFacts,
  around: Surroundings,
): Assessment {
  const facts = factsUntilEnd(known);
  const context = contextOf(facts, around);
  const verdict = verdictOf(facts, around, context);
  const metadata = metadataOf(facts.pull);
  return {
    ...context,
    ...verdict,
    entityRef: around.recordedEntity ?? metadata?.entity,
    fromForm: around.recordedEntity !== undefined || metadata !== undefined,
    blockers: [
      ...findBlockers(facts, verdict),
      ...manifestBlockers(
        facts.pull,
        around.manifests,
        around.blockingSeverity,
      ),
      ...alertBlockers(facts, around.alerts),
    ],
    breakGlass: around.breakGlass,
  };
}
