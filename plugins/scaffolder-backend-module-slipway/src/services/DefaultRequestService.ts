import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { parseEntityRef } from '@backstage/catalog-model';
import { ConflictError, InputError } from '@backstage/errors';
import { ScmIntegrations } from '@backstage/integration';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  InfrastructureRepository,
  infrastructurePaths,
} from '@slipway/platform-common';
import { Environments } from '@slipway/platform-node';
import {
  parseRequestMetadata,
  RequestMetadata,
} from '@slipway/plugin-infra-prs-common';
import { RepositoryClient } from '../clients/RepositoryClient';
import {
  environmentFacts,
  repositoryFacts,
  serviceRepository,
} from './requestFacts';
import { requireEntities, requireFree } from './catalogChecks';
import { kubernetesName, shortRef } from './entityNames';
import { parseRequest } from './requestSchema';
import {
  DescribedRequest,
  RequestService,
  ServiceRequest,
} from './RequestService';
import {
  commitMessage,
  pullRequestBody,
  requesterInCommits,
} from './requestText';

export interface RequestServiceOptions {
  readonly environments: Environments;
  readonly infrastructure: InfrastructureRepository;
  readonly integrations: ScmIntegrations;
  readonly catalog: CatalogService;
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
    input: ServiceRequest,
    options: { credentials: BackstageCredentials },
  ): Promise<DescribedRequest> {
    const request = parseRequest(input);
    for (const environment of request.environments) {
      this.#requireEnvironment(environment);
    }
    const { catalog } = this.#options;
    await requireEntities(request, catalog, options.credentials);
    await requireFree(request, catalog, options.credentials);
    return this.#toDescribed(request);
  }

  async checkInfrastructure(request: DescribedRequest): Promise<void> {
    const { infrastructure, repositories } = this.#options;
    const { metadata, branchName } = request;
    const { name } = parseEntityRef(metadata.entity);
    const taken = await Promise.all(
      [
        infrastructurePaths.catalogEntity(name),
        infrastructurePaths.gitopsApp(name),
        ...request.environments.map(env => env.terraformRoot),
      ].map(async path =>
        (await repositories.pathExists(
          infrastructure,
          infrastructure.branch,
          path,
        ))
          ? [path]
          : [],
      ),
    );
    const [path] = taken.flat();
    if (path) {
      throw new ConflictError(
        `name '${name}' is taken: ${path} is on ${infrastructure.branch} of the infrastructure repository; choose another name`,
      );
    }
    const open = await repositories.findOpenPullRequest(
      infrastructure,
      branchName,
    );
    const requester = parseRequestMetadata(open?.body)?.requester;
    if (open && requester !== metadata.requester) {
      throw new ConflictError(
        `name '${name}' is asked for already: ${
          requester ?? 'somebody else'
        } has pull request #${open.number} open (${
          open.url
        }); choose another name`,
      );
    }
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

  #requireEnvironment(name: string): void {
    const { environments } = this.#options;
    const names = environments.list().map(environment => environment.name);
    if (!names.includes(name)) {
      throw new InputError(
        `environments holds '${name.slice(
          0,
          60,
        )}', which there is not; choose of ${names.join(', ')}`,
      );
    }
  }

  #toDescribed(request: ServiceRequest): DescribedRequest {
    const { environments, infrastructure, integrations } = this.#options;
    const apiBaseUrl = integrations.github.byHost(infrastructure.host)?.config
      .apiBaseUrl;
    const { owner } = infrastructure;
    const metadata = toMetadata(request);
    const text = {
      title: `Add ${request.name} to ${request.environments.join(', ')}`,
      summary: request.description,
      metadata,
    };
    return {
      id: metadata.id,
      entityRef: metadata.entity,
      branchName: `slipway/${metadata.id}`,
      title: text.title,
      description: pullRequestBody(text),
      commitMessage: commitMessage(text),
      metadata,
      environments: request.environments.map(environment =>
        environmentFacts(environments.get(environment), owner, request.name),
      ),
      infrastructure: {
        ...repositoryFacts(infrastructure, apiBaseUrl),
        branch: infrastructure.branch,
      },
      service: repositoryFacts(
        serviceRepository(infrastructure, request.name),
        apiBaseUrl,
      ),
      namespace: kubernetesName(parseEntityRef(request.system).name),
      ownerName: shortRef(request.owner, 'group'),
      systemName: shortRef(request.system, 'system'),
    };
  }
}

function toMetadata(request: ServiceRequest): RequestMetadata {
  const { name, templateRef, templateVersion, requester } = request;
  return {
    version: 1,
    id: `${parseEntityRef(templateRef).name}-${name}`,
    template: templateRef,
    templateVersion,
    requester,
    entity: `component:default/${name}`,
    environments: [...request.environments],
    parameters: { ...request.parameters },
  };
}
