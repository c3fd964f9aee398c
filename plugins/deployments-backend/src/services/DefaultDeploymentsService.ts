import {
  CallerCredentials,
  EntityResources,
  Environments,
} from '@slipway/platform-node';
import { DeploymentsResponse } from '@slipway/plugin-deployments-common';
import { ArgoDeployments } from './argo/ArgoDeployments';
import { DeploymentsService } from './DeploymentsService';
import { EcsDeployments } from './ecs/EcsDeployments';
import { notDeployed } from './notDeployed';
import { withReadableSelectors } from './argo/withReadableSelectors';

/** {@link DeploymentsService} over Argo CD and ECS. */
export class DefaultDeploymentsService implements DeploymentsService {
  readonly #resources: EntityResources;
  readonly #environments: Environments;
  readonly #argo: ArgoDeployments;
  readonly #ecs: EcsDeployments;

  static create(options: {
    resources: EntityResources;
    environments: Environments;
    argo: ArgoDeployments;
    ecs: EcsDeployments;
  }): DefaultDeploymentsService {
    return new DefaultDeploymentsService(options);
  }

  private constructor(options: {
    resources: EntityResources;
    environments: Environments;
    argo: ArgoDeployments;
    ecs: EcsDeployments;
  }) {
    this.#resources = options.resources;
    this.#environments = options.environments;
    this.#argo = options.argo;
    this.#ecs = options.ecs;
  }

  async list(
    entityRef: string,
    credentials: CallerCredentials,
  ): Promise<DeploymentsResponse> {
    const entity = await this.#resources.getEntity(entityRef, credentials);
    const argo = withReadableSelectors(
      this.#resources.argoApplications(entity),
    );
    const ecs = this.#resources.ecsServices(entity);
    const problems = [...argo.problems, ...ecs.problems];
    if (argo.resources.length + ecs.resources.length === 0) {
      return { deployments: [], problems };
    }
    const found = await Promise.all([
      ...argo.resources.map(resource => this.#argo.read(resource)),
      ...ecs.resources.map(resource => this.#ecs.read(resource)),
    ]);
    const results = found.flat();
    const platform = argo.resources.length > 0 ? 'argocd' : 'ecs';
    const deployments = this.#environments.list().flatMap(environment => {
      const own = results.filter(
        ({ source }) => source.environment === environment.name,
      );
      return own.length > 0
        ? own
        : [notDeployed(environment, platform, entity.metadata.name)];
    });
    return { deployments, problems };
  }
}
