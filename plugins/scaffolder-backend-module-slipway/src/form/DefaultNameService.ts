import {
  AuthService,
  BackstageCredentials,
  BackstageUserPrincipal,
} from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  InfrastructureRepository,
  infrastructurePaths,
} from '@slipway/platform-common';
import { Environments, UpstreamError } from '@slipway/platform-node';
import {
  REQUEST_ID_TRAILER,
  REQUESTED_BY_TRAILER,
} from '@slipway/plugin-infra-prs-common';
import { InfrastructureTree } from '../clients/InfrastructureTree';
import { RepositoryClient } from '../clients/RepositoryClient';
import { serviceRepository } from '../services/requestFacts';
import { NameAnswer, NameService } from './NameService';

export interface NameServiceOptions {
  readonly auth: AuthService;
  readonly catalog: CatalogService;
  readonly environments: Environments;
  readonly tree: InfrastructureTree;
  readonly repositories: RepositoryClient;
  readonly infrastructure: InfrastructureRepository;
}

/** Asks the catalog, the infrastructure repository and the Git host, with the portal's own credentials. */
export class DefaultNameService implements NameService {
  static create(options: NameServiceOptions): DefaultNameService {
    return new DefaultNameService(options);
  }

  private constructor(private readonly options: NameServiceOptions) {}

  async check(
    name: string,
    options: { credentials: BackstageCredentials<BackstageUserPrincipal> },
  ): Promise<NameAnswer> {
    const { userEntityRef } = options.credentials.principal;
    if (await this.#inCatalog(name)) return { name, taken: true };
    try {
      const [inTree, inHost] = await Promise.all([
        this.#inInfrastructure(name),
        this.#inGitHost(name, userEntityRef),
      ]);
      return { name, taken: inTree || inHost };
    } catch (error) {
      if (!(error instanceof UpstreamError)) throw error;
      return { name, taken: false, unchecked: error.message };
    }
  }

  async #inCatalog(name: string): Promise<boolean> {
    const { auth, catalog } = this.options;
    const credentials = await auth.getOwnServiceCredentials();
    const ref = `component:default/${name}`;
    return (await catalog.getEntityByRef(ref, { credentials })) !== undefined;
  }

  async #inInfrastructure(name: string): Promise<boolean> {
    const { environments, tree } = this.options;
    const { blobs } = await tree.snapshot();
    const folders = [
      infrastructurePaths.gitopsApp(name),
      ...environments
        .list()
        .map(env => infrastructurePaths.terraformRoot(env, name)),
    ];
    if (blobs.has(infrastructurePaths.catalogEntity(name))) return true;
    return [...blobs.keys()].some(path =>
      folders.some(folder => path.startsWith(`${folder}/`)),
    );
  }

  async #inGitHost(name: string, requester: string): Promise<boolean> {
    const { repositories, infrastructure } = this.options;
    const { exists, empty, commitMessages } = await repositories.getState(
      serviceRepository(infrastructure, name),
    );
    const own = commitMessages.some(message =>
      isRequestOf(message, name, requester),
    );
    return exists && !empty && !own;
  }
}

/** Whether a commit was made by somebody's request for a service; ids end with the service's name. */
function isRequestOf(
  message: string,
  name: string,
  requester: string,
): boolean {
  const lines = message.split('\n').map(line => line.trim());
  return (
    lines.includes(`${REQUESTED_BY_TRAILER}: ${requester}`) &&
    lines.some(
      line =>
        line.startsWith(`${REQUEST_ID_TRAILER}: `) && line.endsWith(`-${name}`),
    )
  );
}
