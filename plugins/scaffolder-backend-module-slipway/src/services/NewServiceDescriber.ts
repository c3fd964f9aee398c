import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  PlatformFacts,
  ServiceSpec,
  serviceSpecSchema,
  SlipwayEnvironment,
} from '@slipway/platform-common';
import { buildRenderModel } from '../render/buildRenderModel';
import {
  requireEntities,
  requireFreeName,
  requireFreeQueues,
  requireQueues,
} from './catalogChecks';
import { requireEnvironments } from './environmentChecks';
import { requireInFacts } from './factsChecks';
import { parseSpec } from './parseSpec';
import {
  PathDescriber,
  PathDescriberOptions,
  RequestSubject,
} from './PathDescriber';
import { entityRef } from './requestRefs';
import { requireFreePaths, requireFreeQueueFiles } from './treeChecks';

/** A new service of one of the runtimes. */
export class NewServiceDescriber implements PathDescriber {
  constructor(private readonly options: PathDescriberOptions) {}

  async describe(
    input: unknown,
    { credentials }: { credentials: BackstageCredentials },
  ): Promise<RequestSubject> {
    const parsed = parseSpec(serviceSpecSchema, input);
    const spec = {
      ...parsed,
      owner: entityRef('owner', parsed.owner, 'group'),
      system: entityRef('system', parsed.system, 'system'),
    };
    const { environments: known, facts: platform } = this.options;
    const environments = requireEnvironments(spec, known);
    await this.#requireCatalog(spec, credentials);
    const withFacts = await Promise.all(
      environments.map(async environment => {
        const facts = await platform.get(environment);
        requireInFacts(spec, environment, facts);
        return { environment, facts };
      }),
    );
    await requireFreePaths(spec.name, environments, this.options.tree);
    await requireFreeQueueFiles(
      spec.queues,
      environments,
      index => `queues[${index}].name`,
      this.options.tree,
    );
    return this.#toSubject(spec, withFacts);
  }

  async #requireCatalog(spec: ServiceSpec, credentials: BackstageCredentials) {
    const access = { catalog: this.options.catalog, credentials };
    await requireEntities(spec, access);
    await requireFreeName(spec.name, access);
    await requireFreeQueues(
      spec.queues,
      spec.environments,
      index => `queues[${index}].name`,
      access,
    );
    await requireQueues(spec, access);
  }

  #toSubject(
    spec: ServiceSpec,
    environments: ReadonlyArray<{
      environment: SlipwayEnvironment;
      facts: PlatformFacts;
    }>,
  ): RequestSubject {
    const { infrastructure, apiBaseUrl } = this.options;
    const { runtime: _, ...parameters } = spec;
    return {
      key: spec.name,
      title: `Add ${spec.name} to ${spec.environments.join(', ')}`,
      summary: spec.description,
      entityRef: `component:default/${spec.name}`,
      environments: spec.environments,
      parameters,
      toModel: request =>
        buildRenderModel({
          spec,
          request,
          environments,
          infrastructure,
          apiBaseUrl,
        }),
    };
  }
}
