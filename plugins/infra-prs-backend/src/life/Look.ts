import {
  parseRequestMetadata,
  RequestEvent,
  RequestLife,
  RequestMetadata,
  RequestPull,
} from '@slipway/plugin-infra-prs-common';
import { Assessment, Surroundings } from '../services/assessChange';
import { ChangeFacts, PullFacts } from '../services/changeFacts';
import { HappeningFacts } from '../services/happeningFacts';
import { StoredRequest } from '../store/LifeStore';
import { maskParameters } from './maskParameters';
import { revertsOf } from './revertsOf';
import { Aftermath } from './Rollout';
import { stageOf } from './stageOf';
import { enteredAt, stageSinceOf, stageTimes } from './stageTimes';
import { timelineOf } from './timelineOf';

/** All that is known of a request at one moment. */
export interface Look {
  readonly facts: ChangeFacts;
  readonly around: Surroundings;
  readonly assessment: Assessment;
  readonly aftermath: Aftermath;
  readonly pulls: readonly RequestPull[];
  /** Undefined where nobody has asked for it. */
  readonly happenings?: readonly HappeningFacts[];
}

/** What a request is called, and what the form said: the portal's record goes before a body that anybody edits. */
export function identityOf(
  { number, body }: PullFacts,
  { record }: Surroundings,
): { id: string; metadata?: RequestMetadata } {
  const metadata = record?.metadata ?? parseRequestMetadata(body);
  return { id: metadata?.id ?? `pull-${number}`, metadata };
}

/** Where the request stands and when it came there. Pure. */
function standingOf({ facts, around, assessment, aftermath }: Look) {
  const standing = stageOf(facts, assessment, aftermath);
  const requestedAt = around.record?.recordedAt;
  const entered = enteredAt(
    facts,
    assessment,
    aftermath,
    standing,
    requestedAt,
  );
  const stageSince = stageSinceOf(standing, entered, facts);
  return { standing, entered, stageSince };
}

/** The life of a request, for its page. Pure. */
export function lifeOf(look: Look): RequestLife {
  const { standing, entered, stageSince } = standingOf(look);
  return {
    ...standing,
    id: identityOf(look.facts.pull, look.around).id,
    stageSince,
    pulls: look.pulls,
    stages: stageTimes(standing, entered),
  };
}

/** What the form said, without secrets. Pure. */
export function parametersOf(
  pull: PullFacts,
  around: Surroundings,
): Record<string, unknown> | undefined {
  const { metadata } = identityOf(pull, around);
  return metadata && maskParameters(metadata.parameters);
}

/** The form that opened it. Pure. */
export function formOf(
  pull: PullFacts,
  around: Surroundings,
): { template: string; version: string } | undefined {
  const { metadata } = identityOf(pull, around);
  return (
    metadata && {
      template: metadata.template,
      version: metadata.templateVersion,
    }
  );
}

/** What happened, as far as the Git host and the runners tell. Pure. */
export function eventsOf(look: Look): RequestEvent[] {
  const { facts, around, assessment, aftermath, happenings } = look;
  return timelineOf(facts, assessment, aftermath, {
    people: around.people,
    happenings,
    requestId: identityOf(facts.pull, around).id,
    requestedAt: around.record?.recordedAt,
  });
}

/** What is kept of a look. Pure. */
export function requestOf(look: Look): StoredRequest {
  const { facts, around, assessment } = look;
  const { pull } = facts;
  const { standing, entered, stageSince } = standingOf(look);
  const { id, metadata } = identityOf(pull, around);
  return {
    ...standing,
    id,
    stageSince,
    number: pull.number,
    title: pull.title,
    url: pull.url,
    headSha: pull.headSha,
    entity: assessment.entityRef,
    template: metadata?.template,
    templateVersion: metadata?.templateVersion,
    requesters: assessment.requesters.refs,
    environments: assessment.environments.map(({ name }) => name),
    parameters: parametersOf(pull, around),
    requestedAt: entered.requested ?? pull.createdAt,
    plannedAt: entered.planned,
    approvedAt: entered.approved,
    mergedAt: pull.mergedAt,
    appliedAt: entered.applied,
    liveAt: entered.live,
    closedAt: pull.closedAt,
    mergeSha: pull.mergedAt && pull.mergeCommitSha,
    reverts: revertsOf(pull, facts.commits),
    changedAt: pull.updatedAt,
  };
}
