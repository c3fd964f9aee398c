import { ServiceUnavailableError } from '@backstage/errors';
import { InfrastructureTree } from '../clients/InfrastructureTree';
import { RepositoryClient } from '../clients/RepositoryClient';
import { RequestRecorder } from '../clients/RequestRecorder';
import { parseRepositoryUrl } from '../services/requestFacts';
import { RequestText } from '../services/RequestService';
import { requireUnasked } from '../services/requireUnasked';
import {
  PublishAction,
  PublishedPullRequest,
  publishPullRequest,
  RunContext,
} from './publishPullRequest';
import { requireUnchanged } from './requireUnchanged';

export interface OpenRequestOptions {
  readonly tree: InfrastructureTree;
  readonly publish: PublishAction;
  readonly repositories: RepositoryClient;
  readonly recorder: RequestRecorder;
}

export interface OpenRequest {
  readonly request: RequestText;
  /** `base` of slipway:infra:render. */
  readonly base: Readonly<Record<string, string>>;
  readonly pullRequests: ReadonlyArray<{
    readonly repository: RepositoryName;
    readonly sourcePath: string;
  }>;
}

type RepositoryName = 'infrastructure' | 'service';
type Opened = Partial<Record<RepositoryName, PublishedPullRequest>>;

/** The infrastructure's comes last: it is the one that the portal tells of, so it can name the other. */
const ORDER: readonly RepositoryName[] = ['service', 'infrastructure'];

/**
 * Opens or updates the pull requests of a request. Each is done as a whole or not at all.
 *
 * @throws ServiceUnavailableError saying what is open already and that the same answers go on with it.
 */
export async function openPullRequests(
  { request, base, pullRequests }: OpenRequest,
  ctx: RunContext,
  options: OpenRequestOptions,
): Promise<Opened> {
  const opened: Opened = {};
  try {
    // Both were so when the run began, which may be a while ago.
    await requireUnasked(
      request,
      parseRepositoryUrl(request.infrastructure.repoUrl),
      options.repositories,
    );
    await requireUnchanged(base, options.tree);
    for (const repository of ORDER) {
      const asked = pullRequests.find(pull => pull.repository === repository);
      if (!asked || !(await isThere(repository, request, options))) continue;
      opened[repository] = await publishPullRequest(options.publish, ctx, {
        repoUrl: request[repository].repoUrl,
        branchName: request.branchName,
        ...(repository === 'infrastructure'
          ? { targetBranchName: request.infrastructure.branch }
          : {}),
        title: request.title,
        description: withLink(request, opened.service),
        commitMessage: request.commitMessage,
        sourcePath: asked.sourcePath,
      });
      if (!opened[repository]) {
        ctx.logger.info(`${request[repository].slug} has it all already`);
      }
    }
    await linkBack(request, opened, ctx, options);
    await record(request, opened, ctx, options);
    return opened;
  } catch (error) {
    throw new ServiceUnavailableError(whatIsOpen(request, opened), error);
  }
}

/** The code of a service may live where the portal did not put it; then there is nothing to tell it. */
async function isThere(
  repository: RepositoryName,
  request: RequestText,
  { repositories }: OpenRequestOptions,
): Promise<boolean> {
  if (repository === 'infrastructure') return true;
  const { exists, empty } = await repositories.getState(
    parseRepositoryUrl(request.service.repoUrl),
  );
  return exists && !empty;
}

async function linkBack(
  request: RequestText,
  { service, infrastructure }: Opened,
  ctx: RunContext,
  { repositories }: OpenRequestOptions,
): Promise<void> {
  if (!service || !infrastructure) return;
  await ctx.checkpoint({
    key: `link.${request.service.slug}.${service.number}`,
    fn: () =>
      repositories.setPullRequestBody(
        parseRepositoryUrl(request.service.repoUrl),
        service.number,
        withLink(request, infrastructure),
      ),
  });
}

async function record(
  request: RequestText,
  { infrastructure, service }: Opened,
  ctx: RunContext,
  { recorder }: OpenRequestOptions,
): Promise<void> {
  if (!infrastructure) return;
  const credentials = await ctx.getInitiatorCredentials();
  await ctx.checkpoint({
    key: `record.${infrastructure.number}`,
    fn: () =>
      recorder.record(
        {
          pullRequestNumber: infrastructure.number,
          metadata: request.metadata,
          pulls: service ? [siblingOf(request, service)] : [],
        },
        { credentials },
      ),
  });
}

/** The service's own pull request, as the portal keeps it. */
function siblingOf({ service }: RequestText, opened: PublishedPullRequest) {
  const { host, owner, repo } = parseRepositoryUrl(service.repoUrl);
  return {
    role: 'service' as const,
    repository: `${host}/${owner}/${repo}`,
    number: opened.number,
    url: opened.url,
  };
}

function withLink(
  { description }: RequestText,
  other: PublishedPullRequest | undefined,
): string {
  if (!other) return description;
  return `Part of the same request: ${other.url}\n\n${description}`;
}

function whatIsOpen(
  { infrastructure, service }: RequestText,
  opened: Opened,
): string {
  const done = [
    ...(opened.service
      ? [`pull request #${opened.service.number} of ${service.slug}`]
      : []),
    ...(opened.infrastructure
      ? [
          `pull request #${opened.infrastructure.number} of ${infrastructure.slug}`,
        ]
      : []),
  ];
  const state = done.length
    ? `${done.join(' and ')} ${
        done.length > 1 ? 'are' : 'is'
      } open, but the request is not finished`
    : 'No pull request was opened';
  return `${state.charAt(0).toUpperCase()}${state.slice(
    1,
  )}. Run the template again with the same answers: it goes on where this run stopped`;
}
