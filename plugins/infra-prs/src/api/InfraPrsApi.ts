import { createApiRef } from '@backstage/core-plugin-api';
import {
  ApproveCommand,
  BulkCommand,
  BulkResult,
  ChangeChecks,
  ChangeConversation,
  ChangeDecision,
  ChangeFiles,
  ChangeFindings,
  ChangePlan,
  ChangeRequestDetail,
  ChangeRequestList,
  ManifestAnswer,
  MergeCommand,
  Saying,
} from '@slipway/plugin-infra-prs-common';

/** `closed` are those that were closed without being merged. @public */
export type ListedState = 'open' | 'merged' | 'closed' | 'all';

/** Changes of the infrastructure repository. Failures are `ResponseError`. @public */
export interface InfraPrsApi {
  list(
    query: { state: ListedState; involving?: 'me' },
    signal?: AbortSignal,
  ): Promise<ChangeRequestList>;
  listForEntity(
    entityRef: string,
    signal?: AbortSignal,
  ): Promise<ChangeRequestList>;
  get(number: number, signal?: AbortSignal): Promise<ChangeRequestDetail>;
  /** What a digest names never changes. */
  getPlan(
    number: number,
    digest: string,
    signal?: AbortSignal,
  ): Promise<ChangePlan>;
  /** Nor do the files of a head commit. */
  getFiles(
    number: number,
    headSha: string,
    signal?: AbortSignal,
  ): Promise<ChangeFiles>;
  /** What policy and scanners found. */
  getFindings(number: number, signal?: AbortSignal): Promise<ChangeFindings>;
  /** What it does to rendered Kubernetes manifests; nor does that of a head commit. */
  getManifests(number: number, signal?: AbortSignal): Promise<ManifestAnswer>;
  getConversation(
    number: number,
    signal?: AbortSignal,
  ): Promise<ChangeConversation>;
  getChecks(
    number: number,
    headSha: string,
    signal?: AbortSignal,
  ): Promise<ChangeChecks>;
  /** Says something on a line, as the signed-in person; answers all that was said. */
  say(
    number: number,
    saying: Saying,
    githubToken: string,
  ): Promise<ChangeConversation>;
  /** Asks for a failed check again. */
  rerunCheck(number: number, id: number, githubToken: string): Promise<void>;
  /** `githubToken` is the signed-in person's own. */
  approve(
    number: number,
    command: ApproveCommand,
    githubToken: string,
  ): Promise<ChangeRequestDetail>;
  merge(
    number: number,
    command: MergeCommand,
    githubToken: string,
  ): Promise<ChangeRequestDetail>;
  /** Anything else a person can do with a change. */
  decide(
    number: number,
    decision: ChangeDecision,
    githubToken: string,
  ): Promise<ChangeRequestDetail>;
  /** Approves or merges several changes; each has an outcome of its own. */
  decideSeveral(command: BulkCommand, githubToken: string): Promise<BulkResult>;
}

/** @public */
export const infraPrsApiRef = createApiRef<InfraPrsApi>({
  id: 'plugin.slipway-infra-prs.client',
});
