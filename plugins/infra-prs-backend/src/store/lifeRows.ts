import {
  RequestEvent,
  requestLifeSchema,
  RequestPull,
  requestTimelineSchema,
} from '@slipway/plugin-infra-prs-common';
import { z } from 'zod';
import { KeptRequest, StoredRequest } from './LifeStore';

/** How databases give a time back: PostgreSQL as a date, SQLite as a number. */
type Time = Date | string | number;
type Text = string | null;

/** Which request of which repository a row belongs to. @internal */
export interface RequestKey {
  readonly repository: string;
  readonly number: number;
}

/** @internal */
export interface RequestRow extends RequestKey {
  readonly version: number;
  readonly request_id: string;
  readonly title: string;
  readonly url: string;
  readonly head_sha: string;
  readonly entity: Text;
  readonly template: Text;
  readonly template_version: Text;
  readonly requesters: string;
  readonly environments: string;
  readonly parameters: Text;
  readonly stage: string;
  readonly state: string;
  readonly problem: Text;
  readonly waits_for: Text;
  readonly stage_since: Time;
  readonly requested_at: Time;
  readonly planned_at: Time | null;
  readonly approved_at: Time | null;
  readonly merged_at: Time | null;
  readonly applied_at: Time | null;
  readonly live_at: Time | null;
  readonly closed_at: Time | null;
  readonly merge_sha: Text;
  readonly reverts: Text;
  readonly changed_at: Time;
  readonly looked_at: Time;
}

/** @internal */
export interface PullRow extends RequestKey {
  readonly role: string;
  readonly pull_repository: string;
  readonly pull_number: number;
  readonly title: string;
  readonly url: string;
  readonly state: string;
  readonly head_sha: string;
}

/** @internal */
export interface EventRow extends RequestKey {
  readonly id: string;
  readonly at: Time;
  readonly kind: string;
  readonly outcome: Text;
  readonly actor_ref: Text;
  readonly actor_login: Text;
  readonly text: string;
  readonly url: Text;
}

const standing = requestLifeSchema.pick({ stage: true, state: true });
const problem = requestLifeSchema.shape.problem;
const pull = requestLifeSchema.shape.pulls.unwrap().element;
const event = requestTimelineSchema.shape.events.unwrap().element;
const names = z.array(z.string());
const reverts = z
  .object({ numbers: z.array(z.number()), commits: names })
  .optional();
const answers = z.record(z.string(), z.unknown());

/** GitHub tells times to the second, without the rest. */
function toIso(time: Time): string {
  return new Date(time).toISOString().replace('.000Z', 'Z');
}

const optional = (time: Time | null) => (time ? toIso(time) : undefined);
const toDate = (time: string | undefined) => (time ? new Date(time) : null);
const toJson = (value: unknown) => (value ? JSON.stringify(value) : null);
const fromJson = (text: Text): unknown =>
  text === null ? undefined : JSON.parse(text);

/** @internal */
export function toRequestRow(
  repository: string,
  version: number,
  request: StoredRequest,
): RequestRow {
  return {
    repository,
    version,
    number: request.number,
    request_id: request.id,
    title: request.title,
    url: request.url,
    head_sha: request.headSha,
    entity: request.entity ?? null,
    template: request.template ?? null,
    template_version: request.templateVersion ?? null,
    requesters: JSON.stringify(request.requesters),
    environments: JSON.stringify(request.environments),
    parameters: toJson(request.parameters),
    stage: request.stage,
    state: request.state,
    problem: toJson(request.problem),
    waits_for: request.waitsFor ?? null,
    stage_since: new Date(request.stageSince),
    requested_at: new Date(request.requestedAt),
    planned_at: toDate(request.plannedAt),
    approved_at: toDate(request.approvedAt),
    merged_at: toDate(request.mergedAt),
    applied_at: toDate(request.appliedAt),
    live_at: toDate(request.liveAt),
    closed_at: toDate(request.closedAt),
    merge_sha: request.mergeSha ?? null,
    reverts: toJson(request.reverts),
    changed_at: new Date(request.changedAt),
    looked_at: new Date(),
  };
}

/** @internal */
export function toKeptRequest(row: RequestRow): KeptRequest {
  return {
    ...standing.parse(row),
    version: row.version,
    lookedAt: toIso(row.looked_at),
    number: row.number,
    id: row.request_id,
    title: row.title,
    url: row.url,
    headSha: row.head_sha,
    entity: row.entity ?? undefined,
    template: row.template ?? undefined,
    templateVersion: row.template_version ?? undefined,
    requesters: names.parse(JSON.parse(row.requesters)),
    environments: names.parse(JSON.parse(row.environments)),
    parameters: answers.optional().parse(fromJson(row.parameters)),
    problem: problem.parse(fromJson(row.problem)),
    waitsFor: row.waits_for ?? undefined,
    stageSince: toIso(row.stage_since),
    requestedAt: toIso(row.requested_at),
    plannedAt: optional(row.planned_at),
    approvedAt: optional(row.approved_at),
    mergedAt: optional(row.merged_at),
    appliedAt: optional(row.applied_at),
    liveAt: optional(row.live_at),
    closedAt: optional(row.closed_at),
    mergeSha: row.merge_sha ?? undefined,
    reverts: reverts.parse(fromJson(row.reverts)),
    changedAt: toIso(row.changed_at),
  };
}

/** @internal */
export const toPullRow = (key: RequestKey, one: RequestPull): PullRow => ({
  ...key,
  role: one.role,
  pull_repository: one.repository,
  pull_number: one.number,
  title: one.title,
  url: one.url,
  state: one.state,
  head_sha: one.headSha,
});

/** @internal */
export const toPull = (row: PullRow): RequestPull =>
  pull.parse({
    ...row,
    repository: row.pull_repository,
    number: row.pull_number,
    headSha: row.head_sha,
  });

/** @internal */
export const toEventRow = (key: RequestKey, one: RequestEvent): EventRow => ({
  ...key,
  id: one.id,
  at: new Date(one.at),
  kind: one.kind,
  outcome: one.outcome ?? null,
  actor_ref: one.actor?.entityRef ?? null,
  actor_login: one.actor?.login ?? null,
  text: one.text,
  url: one.url ?? null,
});

/** @internal */
export function toEvent(row: EventRow): RequestEvent {
  const entityRef = row.actor_ref ?? undefined;
  const login = row.actor_login ?? undefined;
  return event.parse({
    id: row.id,
    at: toIso(row.at),
    kind: row.kind,
    outcome: row.outcome ?? undefined,
    actor: entityRef || login ? { entityRef, login } : undefined,
    text: row.text,
    url: row.url ?? undefined,
  });
}
