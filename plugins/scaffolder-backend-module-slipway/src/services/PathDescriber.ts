import {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { InfrastructureRepository } from '@slipway/platform-common';
import { Environments } from '@slipway/platform-node';
import { InfrastructureTree } from '../clients/InfrastructureTree';
import { RenderModel } from '../render/RenderModel';
import { PlatformFactsService } from './PlatformFactsService';

/** What one request is about, when it was checked. */
export interface RequestSubject {
  /** What makes the id of the request, behind the template's name. */
  readonly key: string;
  readonly title: string;
  /** For people who review; not escaped. */
  readonly summary: string;
  readonly entityRef: string;
  readonly environments: readonly string[];
  /** What the form said, with its defaults. */
  readonly parameters: Readonly<Record<string, unknown>>;
  toModel(request: RenderModel['request']): RenderModel;
}

/** The rules of one kind of golden path. */
export interface PathDescriber {
  /** @throws InputError, ConflictError, NotAllowedError, NotFoundError naming the field; UpstreamError. */
  describe(
    spec: unknown,
    options: { credentials: BackstageCredentials },
  ): Promise<RequestSubject>;
}

/** What describers ask. */
export interface PathDescriberOptions {
  readonly environments: Environments;
  readonly infrastructure: InfrastructureRepository;
  /** Of the Git host's API, where config names one. */
  readonly apiBaseUrl: string | undefined;
  readonly catalog: CatalogService;
  readonly tree: InfrastructureTree;
  readonly facts: PlatformFactsService;
  readonly permissions: PermissionsService;
}
