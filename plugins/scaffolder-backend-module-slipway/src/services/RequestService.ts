import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { RequestMetadata } from '@slipway/plugin-infra-prs-common';
import { RenderModel } from '../render/RenderModel';
import { PathName } from './pathNames';
import { RepositoryFacts } from './requestFacts';

/** What a golden path asks for, as the form said it. Nothing in `spec` is trusted. */
export interface PathRequest {
  readonly path: PathName;
  readonly spec: unknown;
  readonly templateRef: string;
  readonly templateVersion: string;
  /** Entity ref of the person who asks. */
  readonly requester: string;
}

/** The words and names that every pull request of a request shares. */
export interface RequestText {
  /** Stable for one template and subject. */
  readonly id: string;
  readonly branchName: string;
  readonly title: string;
  /** Body of the pull request. */
  readonly description: string;
  /** With trailers. */
  readonly commitMessage: string;
  readonly metadata: RequestMetadata;
  readonly infrastructure: RenderModel['infrastructure'];
  readonly service: RepositoryFacts;
}

/** A checked request: everything that later steps and files need to say the same. */
export interface DescribedRequest {
  readonly request: RequestText;
  /** The component that is made or changed. */
  readonly entityRef: string;
  readonly values: RenderModel;
}

/** The rules of the golden paths. */
export interface RequestService {
  /**
   * Checks what a form said against config, catalog and the infrastructure repository, as the person who asks.
   *
   * @throws InputError, ConflictError, NotAllowedError or NotFoundError naming the field and what would do;
   * UpstreamError when the Git host does not answer.
   */
  describe(
    request: PathRequest,
    options: { credentials: BackstageCredentials },
  ): Promise<DescribedRequest>;

  /**
   * Checks that nobody else has asked for the same and is waiting for it.
   *
   * @throws ConflictError
   */
  requireUnasked(request: RequestText): Promise<void>;

  /**
   * What there is of the service's repository.
   *
   * @throws ConflictError when it holds anything that this request did not put there.
   */
  lookupRepository(
    metadata: Pick<RequestMetadata, 'id' | 'requester' | 'entity'>,
  ): Promise<{ exists: boolean; empty: boolean }>;
}
