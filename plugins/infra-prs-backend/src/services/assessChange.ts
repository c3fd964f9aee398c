import { SlipwayEnvironment } from '@slipway/platform-common';
import {
  ChangeApproval,
  ChangeBlocker,
  parseRequestMetadata,
  RiskSeverity,
} from '@slipway/plugin-infra-prs-common';
import { KeptRecord } from '../store/RequestStore';
import { ApprovalContext, judgeApprovals, Person } from './approvalRules';
import { findBlockers } from './blockers';
import { ChangeFacts } from './changeFacts';
import {
  manifestBlockers,
  ManifestKnowledge,
} from './manifests/manifestBlockers';
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
}

/** The verdict on a change. */
export interface Assessment extends ApprovalContext {
  readonly entityRef?: string;
  /** A form of the portal opened it. */
  readonly fromForm: boolean;
  readonly approvals: readonly ChangeApproval[];
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
    plan: planOfChange(facts, around.environments),
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
  const metadata = parseRequestMetadata(pull.body);
  const approvals = judgeApprovals(facts.reviews, personOf, context);
  return {
    ...context,
    approvals,
    entityRef: around.recordedEntity ?? metadata?.entity,
    fromForm: around.recordedEntity !== undefined || metadata !== undefined,
    blockers: [
      ...findBlockers(
        facts,
        context.plan,
        approvals,
        context.environments,
        around.blockingSeverity,
      ),
      ...manifestBlockers(pull, around.manifests, around.blockingSeverity),
    ],
  };
}
