import { parseEntityRef } from '@backstage/catalog-model';
import {
  InfrastructureRepository,
  PlatformFacts,
  ServiceSpec,
  SlipwayEnvironment,
} from '@slipway/platform-common';
import { PathName } from '../services/pathNames';
import { kubernetesName, shortRef } from '../services/entityNames';
import { repositoryFacts, serviceRepository } from '../services/requestFacts';
import { environmentModel } from './environmentModel';
import { nameModel } from './names';
import { RenderModel } from './RenderModel';

export interface RenderModelInput {
  /** Default `new-service`. */
  readonly path?: PathName;
  readonly spec: ServiceSpec;
  readonly request: RenderModel['request'];
  /** In the order in which the request names them. */
  readonly environments: ReadonlyArray<{
    readonly environment: SlipwayEnvironment;
    readonly facts: PlatformFacts;
  }>;
  readonly infrastructure: InfrastructureRepository;
  /** Of the Git host's API, where config names one. */
  readonly apiBaseUrl: string | undefined;
}

/** The `values` of every file of a request, of a spec that was checked. */
export function buildRenderModel(input: RenderModelInput): RenderModel {
  const { spec, request, infrastructure, apiBaseUrl } = input;
  const hasQueues = spec.queues.length > 0;
  return {
    path: input.path ?? 'new-service',
    spec,
    names: nameModel(spec.name),
    service: repositoryFacts(
      serviceRepository(infrastructure, spec.name),
      apiBaseUrl,
    ),
    infrastructure: {
      ...repositoryFacts(infrastructure, apiBaseUrl),
      branch: infrastructure.branch,
    },
    request,
    namespace: kubernetesName(parseEntityRef(spec.system).name),
    ownerName: shortRef(spec.owner, 'group'),
    systemName: shortRef(spec.system, 'system'),
    projectName: kubernetesName(shortRef(spec.owner, 'group')),
    has: {
      queues: hasQueues,
      subscriptions: spec.subscriptions.length > 0,
      http: spec.kind === 'api',
      postgres: spec.postgres,
      redis: spec.redis,
      table: spec.table !== undefined,
      idempotency: hasQueues,
      publishes: spec.publishesTo.length > 0,
      sends: spec.sendsTo.length > 0,
    },
    environments: input.environments.map(({ environment, facts }) =>
      environmentModel({
        spec,
        environment,
        facts,
        repositoryOwner: infrastructure.owner,
      }),
    ),
  };
}
