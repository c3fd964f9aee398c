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
  ChangeFollow,
  ChangePlan,
  ChangeRequestDetail,
  ChangeRequestList,
  DoraAnswer,
  ManifestAnswer,
  LinkedChange,
  MergeCommand,
  Saying,
  RequestTimeline,
  TemplateForm,
} from '@slipway/plugin-infra-prs-common';

/** `closed` are those that were closed without being merged. @public */
export type ListedState = 'open' | 'merged' | 'closed' | 'all';

/** Which changes figures are of. @public */
export interface FiguresQuery {
  readonly days: number;
  /** Within which a change that is taken back has failed. */
  readonly failureDays: number;
  readonly environment?: string;
  readonly template?: string;
  /** Entity ref; empty for what nobody owns. */
  readonly team?: string;
}

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
  /** The form of a template, as Backstage's scaffolder has it now. */
  getTemplateForm(
    template: string,
    signal?: AbortSignal,
  ): Promise<TemplateForm>;
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
  /** What became of it. */
  getFollow(number: number, signal?: AbortSignal): Promise<ChangeFollow>;
  /** How fast and how well changes come to be live. */
  getFigures(query: FiguresQuery, signal?: AbortSignal): Promise<DoraAnswer>;
  /** What happened to it. */
  getTimeline(number: number, signal?: AbortSignal): Promise<RequestTimeline>;
  /** Asks for a failed apply to be run again. */
  retry(number: number, githubToken: string): Promise<ChangeFollow>;
  /** Opens the change that takes it back, or finds the one that is there. */
  revert(number: number, githubToken: string): Promise<LinkedChange>;
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
