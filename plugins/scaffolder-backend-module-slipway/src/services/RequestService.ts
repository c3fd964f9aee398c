import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { RequestMetadata } from '@slipway/plugin-infra-prs-common';
import { EnvironmentFacts, RepositoryFacts } from './requestFacts';

/** What a golden path asks for, as the form said it. Nothing in it is trusted. */
export interface ServiceRequest {
  readonly templateRef: string;
  readonly templateVersion: string;
  readonly requester: string;
  readonly name: string;
  readonly description: string;
  readonly owner: string;
  readonly system: string;
  readonly environments: readonly string[];
  /** Queues it will own, without the environment in front. */
  readonly queues: readonly string[];
  readonly parameters: Readonly<Record<string, unknown>>;
}

/** A checked request: everything that later steps and files need to say the same. */
export interface DescribedRequest {
  readonly id: string;
  readonly entityRef: string;
  readonly branchName: string;
  readonly title: string;
  readonly description: string;
  readonly commitMessage: string;
  readonly metadata: RequestMetadata;
  readonly environments: readonly EnvironmentFacts[];
  readonly infrastructure: RepositoryFacts & { readonly branch: string };
  readonly service: RepositoryFacts;
  /** Kubernetes namespace, one for each system. */
  readonly namespace: string;
  /** Owner and system as tags and labels hold them: the bare name in the default namespace. */
  readonly ownerName: string;
  readonly systemName: string;
}

/** The rules of a request for a new service. */
export interface RequestService {
  /**
   * Checks what a form said against the config and the catalog, as the person who asks.
   *
   * @throws InputError, ConflictError or NotFoundError naming the field and what would do.
   */
  describe(
    request: ServiceRequest,
    options: { credentials: BackstageCredentials },
  ): Promise<DescribedRequest>;

  /**
   * Checks that nobody else has the name in the infrastructure repository.
   *
   * @throws ConflictError
   */
  checkInfrastructure(request: DescribedRequest): Promise<void>;

  /**
   * What there is of the service's repository.
   *
   * @throws ConflictError when it holds anything that this request did not put there.
   */
  lookupRepository(
    metadata: Pick<RequestMetadata, 'id' | 'requester' | 'entity'>,
  ): Promise<{ exists: boolean; empty: boolean }>;
}
