import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { parseEntityRef } from '@backstage/catalog-model';
import { ConflictError, InputError } from '@backstage/errors';
import { InfrastructureRepository } from '@slipway/platform-common';
import {
  RequestMetadata,
  requestMetadataSchema,
} from '@slipway/plugin-infra-prs-common';
import { RepositoryClient } from '../clients/RepositoryClient';
import { RenderModel } from '../render/RenderModel';
import { PathName } from './pathNames';
import { PathDescriber, RequestSubject } from './PathDescriber';
import { serviceRepository } from './requestFacts';
import {
  DescribedRequest,
  PathRequest,
  RequestService,
  RequestText,
} from './RequestService';
import {
  commitMessage,
  pullRequestBody,
  requesterInCommits,
} from './requestText';
import { requireUnasked } from './requireUnasked';

export interface RequestServiceOptions {
  readonly describers: Readonly<Record<PathName, PathDescriber>>;
  readonly infrastructure: InfrastructureRepository;
  readonly repositories: RepositoryClient;
}

export class DefaultRequestService implements RequestService {
  readonly #options: RequestServiceOptions;

  static create(options: RequestServiceOptions): DefaultRequestService {
    return new DefaultRequestService(options);
  }

  private constructor(options: RequestServiceOptions) {
    this.#options = options;
  }

  async describe(
    asked: PathRequest,
    options: { credentials: BackstageCredentials },
  ): Promise<DescribedRequest> {
    const describer = this.#options.describers[asked.path];
    const subject = await describer.describe(asked.spec, options);
    const metadata = toMetadata(asked, subject);
    const values = subject.toModel({
      id: metadata.id,
      template: metadata.template,
      templateVersion: metadata.templateVersion,
      requester: metadata.requester,
      parameters: metadata.parameters,
    });
    const { title, summary, entityRef } = subject;
    return {
      request: toText({ title, summary, metadata }, values),
      entityRef,
      values,
    };
  }

  async requireUnasked(request: RequestText): Promise<void> {
    const { infrastructure, repositories } = this.#options;
    await requireUnasked(request, infrastructure, repositories);
  }

  async lookupRepository(
    metadata: Pick<RequestMetadata, 'id' | 'requester' | 'entity'>,
  ): Promise<{ exists: boolean; empty: boolean }> {
    const { infrastructure, repositories } = this.#options;
    const { name } = parseEntityRef(metadata.entity);
    const repository = serviceRepository(infrastructure, name);
    const { exists, empty, commitMessages } = await repositories.getState(
      repository,
    );
    const requester = requesterInCommits(commitMessages, metadata.id);
    if (exists && !empty && requester !== metadata.requester) {
      throw new ConflictError(
        `name '${name}' is taken: the repository ${repository.owner}/${name} exists and was not made by this request; choose another name`,
      );
    }
    return { exists, empty };
  }
}

function toMetadata(
  { templateRef, templateVersion, requester }: PathRequest,
  subject: RequestSubject,
): RequestMetadata {
  const parsed = requestMetadataSchema.safeParse({
    version: 1,
    id: `${parseEntityRef(templateRef).name}-${subject.key}`,
    template: templateRef,
    templateVersion,
    requester,
    entity: subject.entityRef,
    environments: [...subject.environments],
    parameters: { ...subject.parameters },
  });
  if (!parsed.success) {
    throw new InputError(
      'The name of the template does not make an id of 80 lower-case letters, digits and dashes at most; rename it',
    );
  }
  return parsed.data;
}

function toText(
  text: { title: string; summary: string; metadata: RequestMetadata },
  { infrastructure, service }: RenderModel,
): RequestText {
  const { title, metadata } = text;
  return {
    id: metadata.id,
    branchName: `slipway/${metadata.id}`,
    title,
    description: pullRequestBody(text),
    commitMessage: commitMessage(text),
    metadata,
    infrastructure,
    service,
  };
}
