import {
  SlipwayApiClient,
  SlipwayApiClientOptions,
} from '@slipway/platform-react';
import {
  ApproveCommand,
  BulkCommand,
  BulkResult,
  bulkResultSchema,
  ChangeChecks,
  changeChecksSchema,
  ChangeConversation,
  changeConversationSchema,
  ChangeDecision,
  ChangeFiles,
  ChangeFindings,
  changeFindingsSchema,
  changeFilesSchema,
  ChangeFollow,
  changeFollowSchema,
  ChangePlan,
  changePlanSchema,
  ChangeRequestDetail,
  changeRequestDetailSchema,
  ChangeRequestList,
  changeRequestListSchema,
  DoraAnswer,
  doraAnswerSchema,
  GITHUB_TOKEN_HEADER,
  LinkedChange,
  linkedChangeSchema,
  ManifestAnswer,
  manifestAnswerSchema,
  MergeCommand,
  Saying,
  RequestTimeline,
  requestTimelineSchema,
  TemplateForm,
} from '@slipway/plugin-infra-prs-common';
import { FiguresQuery, InfraPrsApi, ListedState } from './InfraPrsApi';
import { TemplateFormClient } from './TemplateFormClient';

const readList = (json: unknown) => changeRequestListSchema.parse(json);
const readPlan = (json: unknown) => changePlanSchema.parse(json);
const readFiles = (json: unknown) => changeFilesSchema.parse(json);
const readConversation = (json: unknown) =>
  changeConversationSchema.parse(json);

/** What follows the change in the route of what is said. */
function pathOf(saying: Saying): string[] {
  if (saying.verb === 'begin') return ['threads'];
  const end = saying.verb === 'reply' ? 'replies' : 'resolution';
  return ['threads', String(saying.thread), end];
}

const readFollow = (json: unknown) => changeFollowSchema.parse(json);
const readFigures = (json: unknown) => doraAnswerSchema.parse(json);
const readTimeline = (json: unknown) => requestTimelineSchema.parse(json);
const readLink = (json: unknown) => linkedChangeSchema.parse(json);
const readDetail = (json: unknown) => changeRequestDetailSchema.parse(json);
const readFindings = (json: unknown) => changeFindingsSchema.parse(json);
const readManifests = (json: unknown) => manifestAnswerSchema.parse(json);

/** {@link InfraPrsApi} over the plugin's backend. @public */
export class InfraPrsClient extends SlipwayApiClient implements InfraPrsApi {
  readonly #forms: TemplateFormClient;

  constructor(options: SlipwayApiClientOptions) {
    super('slipway-infra-prs', options);
    this.#forms = new TemplateFormClient(options);
  }

  async list(
    query: { state: ListedState; involving?: 'me' },
    signal?: AbortSignal,
  ): Promise<ChangeRequestList> {
    const path = ['v1', 'pull-requests'];
    return this.request({ path, query, signal, read: readList });
  }

  async getTemplateForm(
    template: string,
    signal?: AbortSignal,
  ): Promise<TemplateForm> {
    return this.#forms.get(template, signal);
  }

  async listForEntity(
    entityRef: string,
    signal?: AbortSignal,
  ): Promise<ChangeRequestList> {
    const path = this.entityPath(entityRef, 'pull-requests');
    return this.request({ path, signal, read: readList });
  }

  async get(
    number: number,
    signal?: AbortSignal,
  ): Promise<ChangeRequestDetail> {
    const path = ['v1', 'pull-requests', String(number)];
    return this.request({ path, signal, read: readDetail });
  }

  async getPlan(
    number: number,
    digest: string,
    signal?: AbortSignal,
  ): Promise<ChangePlan> {
    const path = ['v1', 'pull-requests', String(number), 'plan'];
    return this.request({ path, query: { digest }, signal, read: readPlan });
  }

  async getFiles(
    number: number,
    headSha: string,
    signal?: AbortSignal,
  ): Promise<ChangeFiles> {
    const path = ['v1', 'pull-requests', String(number), 'files'];
    return this.request({ path, query: { headSha }, signal, read: readFiles });
  }

  async getFindings(
    number: number,
    signal?: AbortSignal,
  ): Promise<ChangeFindings> {
    const path = ['v1', 'pull-requests', String(number), 'findings'];
    return this.request({ path, signal, read: readFindings });
  }

  async getManifests(
    number: number,
    signal?: AbortSignal,
  ): Promise<ManifestAnswer> {
    const path = ['v1', 'pull-requests', String(number), 'manifests'];
    return this.request({ path, signal, read: readManifests });
  }

  async getConversation(
    number: number,
    signal?: AbortSignal,
  ): Promise<ChangeConversation> {
    const path = ['v1', 'pull-requests', String(number), 'conversation'];
    return this.request({ path, signal, read: readConversation });
  }

  async getChecks(
    number: number,
    headSha: string,
    signal?: AbortSignal,
  ): Promise<ChangeChecks> {
    const path = ['v1', 'pull-requests', String(number), 'checks'];
    const read = (json: unknown) => changeChecksSchema.parse(json);
    return this.request({ path, query: { headSha }, signal, read });
  }

  async say(
    number: number,
    saying: Saying,
    githubToken: string,
  ): Promise<ChangeConversation> {
    return this.request({
      method: saying.verb === 'resolve' ? 'PUT' : 'POST',
      path: ['v1', 'pull-requests', String(number), ...pathOf(saying)],
      headers: { [GITHUB_TOKEN_HEADER]: githubToken },
      body: saying.command,
      read: readConversation,
    });
  }

  async rerunCheck(
    number: number,
    id: number,
    githubToken: string,
  ): Promise<void> {
    const path = ['v1', 'pull-requests', String(number), 'checks'];
    await this.send({
      method: 'POST',
      path: [...path, String(id), 'rerun'],
      headers: { [GITHUB_TOKEN_HEADER]: githubToken },
    });
  }

  async getFollow(number: number, signal?: AbortSignal): Promise<ChangeFollow> {
    const path = ['v1', 'pull-requests', String(number), 'follow'];
    return this.request({ path, signal, read: readFollow });
  }

  async getFigures(
    query: FiguresQuery,
    signal?: AbortSignal,
  ): Promise<DoraAnswer> {
    const { days, failureDays, ...rest } = query;
    return this.request({
      path: ['v1', 'figures'],
      query: {
        days: String(days),
        failureDays: String(failureDays),
        ...rest,
      },
      signal,
      read: readFigures,
    });
  }

  async getTimeline(
    number: number,
    signal?: AbortSignal,
  ): Promise<RequestTimeline> {
    const path = ['v1', 'pull-requests', String(number), 'timeline'];
    return this.request({ path, signal, read: readTimeline });
  }

  async retry(number: number, githubToken: string): Promise<ChangeFollow> {
    return this.request({
      method: 'POST',
      path: ['v1', 'pull-requests', String(number), 'retry'],
      headers: { [GITHUB_TOKEN_HEADER]: githubToken },
      body: {},
      read: readFollow,
    });
  }

  async revert(number: number, githubToken: string): Promise<LinkedChange> {
    return this.request({
      method: 'POST',
      path: ['v1', 'pull-requests', String(number), 'revert'],
      headers: { [GITHUB_TOKEN_HEADER]: githubToken },
      body: {},
      read: readLink,
    });
  }

  async approve(
    number: number,
    command: ApproveCommand,
    githubToken: string,
  ): Promise<ChangeRequestDetail> {
    return this.#decide(number, 'approve', command, githubToken);
  }

  async merge(
    number: number,
    command: MergeCommand,
    githubToken: string,
  ): Promise<ChangeRequestDetail> {
    return this.#decide(number, 'merge', command, githubToken);
  }

  async decide(
    number: number,
    { verb, command }: ChangeDecision,
    githubToken: string,
  ): Promise<ChangeRequestDetail> {
    return this.#decide(number, verb, command, githubToken);
  }

  async decideSeveral(
    command: BulkCommand,
    githubToken: string,
  ): Promise<BulkResult> {
    return this.request({
      method: 'POST',
      path: ['v1', 'pull-requests', 'decisions'],
      headers: { [GITHUB_TOKEN_HEADER]: githubToken },
      body: command,
      read: json => bulkResultSchema.parse(json),
    });
  }

  #decide(
    number: number,
    verb: 'approve' | 'merge' | ChangeDecision['verb'],
    body: ApproveCommand | MergeCommand | ChangeDecision['command'],
    githubToken: string,
  ): Promise<ChangeRequestDetail> {
    return this.request({
      method: 'POST',
      path: ['v1', 'pull-requests', String(number), verb],
      headers: { [GITHUB_TOKEN_HEADER]: githubToken },
      body,
      read: readDetail,
    });
  }
}
