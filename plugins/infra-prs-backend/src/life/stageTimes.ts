import {
  ChangeApproval,
  REQUEST_STAGES,
  RequestStage,
  RequestStageTime,
} from '@slipway/plugin-infra-prs-common';
import { Assessment } from '../services/assessChange';
import { hasPassed } from '../services/reportedChecks';
import { ChangeFacts } from '../services/changeFacts';
import { latestChecks } from '../services/planState';
import { isApplied } from './followStage';
import { Aftermath } from './Rollout';
import type { Standing } from './stageOf';

/** When each stage was entered, as far as the facts tell. */
export type EnteredAt = Partial<Record<RequestStage, string>>;

type Time = string | undefined;

function pick(times: readonly Time[], order: 'first' | 'last'): Time {
  const known = times
    .flatMap(time => time ?? [])
    .sort((a, b) => Date.parse(a) - Date.parse(b));
  return order === 'first' ? known.at(0) : known.at(-1);
}

const later = (...times: Time[]) => pick(times, 'last');

/** When the checks of the head were all good; undefined while they are not. */
function plannedAt(facts: ChangeFacts, assessment: Assessment): Time {
  const checks = latestChecks(facts.checks);
  const { plan } = assessment;
  if (!checks.every(hasPassed) || plan.problem) return undefined;
  const ends = checks.map(check => check.completedAt);
  return later(facts.pull.createdAt, ...ends);
}

function approvedAt(approvals: readonly ChangeApproval[], planned: Time): Time {
  const valid = approvals.filter(approval => approval.valid);
  const first = pick(
    valid.map(({ submittedAt }) => submittedAt),
    'first',
  );
  return planned && later(planned, first);
}

function appliedAt(after: Aftermath, merged: Time) {
  if (!merged || !isApplied(after.apply)) return undefined;
  return later(merged, after.apply?.completedAt);
}

function liveAt(rollouts: Aftermath['rollouts'], applied: Time): Time {
  const ran = rollouts?.filter(({ state }) => state === 'succeeded') ?? [];
  const ends = ran.flatMap(({ at }) => at ?? []);
  return applied && later(applied, ...ends);
}

/** When each stage was entered, by the facts alone. Stages that are not reached have no time. Pure. */
export function enteredAt(
  facts: ChangeFacts,
  assessment: Assessment,
  after: Aftermath,
  standing: Standing,
  requestedAt?: string,
): EnteredAt {
  const { pull, checks } = facts;
  const reached = REQUEST_STAGES.indexOf(standing.stage);
  const starts = checks.flatMap(({ startedAt }) => startedAt ?? []);
  const planned = plannedAt(facts, assessment);
  const applied = appliedAt(after, pull.mergedAt);
  const all: EnteredAt = {
    requested: pick([requestedAt, pull.createdAt], 'first'),
    open: pull.createdAt,
    checks:
      checks.length > 0
        ? later(pull.createdAt, pick(starts, 'first'))
        : undefined,
    planned,
    approved: approvedAt(assessment.approvals, planned),
    merged: pull.mergedAt,
    applied,
    live: liveAt(after.rollouts, applied),
  };
  return Object.fromEntries(
    REQUEST_STAGES.filter((_, index) => index <= reached).flatMap(stage => {
      const at = all[stage];
      // What was pushed to a merged branch afterwards is not how it came to be merged.
      const late =
        pull.mergedAt && at && Date.parse(at) > Date.parse(pull.mergedAt);
      const isBefore = REQUEST_STAGES.indexOf(stage) < 5;
      return at && !(late && isBefore) ? [[stage, at] as const] : [];
    }),
  );
}

/** When the stage that a request is in was entered. */
export function stageSinceOf(
  { stage, state }: Standing,
  entered: EnteredAt,
  { pull }: ChangeFacts,
): string {
  if (state === 'withdrawn') return pull.closedAt ?? pull.updatedAt;
  return entered[stage] ?? later(...Object.values(entered)) ?? pull.createdAt;
}

const stateOf = (
  index: number,
  reached: number,
  { state, stage }: Standing,
  at: Time,
): RequestStageTime['state'] => {
  if (index > reached) {
    // What is over goes no further.
    return state === 'done' || state === 'withdrawn' ? 'skipped' : 'todo';
  }
  if (index < reached) return at ? 'done' : 'skipped';
  if (state === 'failed') return 'failed';
  return state === 'done' || stage === 'live' ? 'done' : 'current';
};

/** The stages in order, with what each took; the one that goes on has only its beginning. Pure. */
export function stageTimes(
  standing: Standing,
  entered: EnteredAt,
): RequestStageTime[] {
  const reached = REQUEST_STAGES.indexOf(standing.stage);
  return REQUEST_STAGES.map((stage, index) => {
    const at = entered[stage];
    const state = stateOf(index, reached, standing, at);
    if (!at) return { stage, state };
    const next = REQUEST_STAGES.slice(index + 1).flatMap(
      later_ => entered[later_] ?? [],
    )[0];
    if (!next) return { stage, state, at };
    const taken = Date.parse(next) - Date.parse(at);
    const seconds = Math.max(0, Math.round(taken / 1000));
    return { stage, state, at, seconds };
  });
}
