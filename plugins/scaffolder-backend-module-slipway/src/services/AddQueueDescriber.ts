import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { Entity } from '@backstage/catalog-model';
import { serviceSpecSchema, runtimes } from '@slipway/platform-common';
import { requireEntityPermission } from '@slipway/platform-node';
import { serviceChangePermission } from '../permissions';
import { buildRenderModel } from '../render/buildRenderModel';
import { AddQueueSpec, addQueueSpecSchema } from './addQueueSpec';
import { requireFreeQueues } from './catalogChecks';
import { requireSameAccount } from './factsChecks';
import { findService, ServiceFiles } from './findService';
import { parseSpec } from './parseSpec';
import {
  PathDescriber,
  PathDescriberOptions,
  RequestSubject,
} from './PathDescriber';
import { entityRef } from './requestRefs';
import { requireService } from './requireService';
import { requireFreeQueueFiles } from './treeChecks';

/** One more queue for a service that is there already: the model for paths of the second day. */
export class AddQueueDescriber implements PathDescriber {
  constructor(private readonly options: PathDescriberOptions) {}

  async describe(
    input: unknown,
    { credentials }: { credentials: BackstageCredentials },
  ): Promise<RequestSubject> {
    const { catalog, permissions, tree } = this.options;
    const spec = parseSpec(addQueueSpecSchema, input);
    const service = entityRef('service', spec.service, 'component');
    const entity = await requireService(service, { catalog, credentials });
    await requireEntityPermission({
      permissions,
      credentials,
      permission: serviceChangePermission,
      entityRef: service,
    });
    const files = await findService(
      entity.metadata.name,
      this.options.environments.list(),
      tree,
    );
    await requireFreeQueueFiles(
      [spec.queue],
      files.environments,
      () => 'queue.name',
      tree,
    );
    await requireFreeQueues(
      [spec.queue],
      files.environments.map(({ name }) => name),
      () => 'queue.name',
      { catalog, credentials },
    );
    return this.#toSubject({ ...spec, service }, entity, files);
  }

  async #toSubject(
    spec: AddQueueSpec,
    entity: Entity,
    files: ServiceFiles,
  ): Promise<RequestSubject> {
    const environments = await Promise.all(
      files.environments.map(async environment => {
        const facts = await this.options.facts.get(environment);
        requireSameAccount(environment, facts);
        return { environment, facts };
      }),
    );
    const { name } = entity.metadata;
    const { queue } = spec;
    const names = files.environments.map(environment => environment.name);
    return {
      key: `${name}--${queue.name}`,
      title: `Add the queue ${queue.name} to ${name} in ${names.join(', ')}`,
      summary: `The service ${name} will own and consume the queue ${queue.name}.`,
      entityRef: spec.service,
      environments: names,
      parameters: { ...spec },
      toModel: request =>
        buildRenderModel({
          ...this.options,
          path: 'add-queue',
          spec: serviceSpecSchema.parse({
            name,
            description: `Owner of the queue ${queue.name}`,
            owner: entityRef('owner', String(entity.spec?.owner), 'group'),
            system: entityRef('system', String(entity.spec?.system), 'system'),
            environments: names,
            runtime:
              runtimes.find(known => entity.metadata.tags?.includes(known)) ??
              // No part of a queue reads it.
              'go',
            platform: files.platform,
            kind: 'worker',
            queues: [queue],
          }),
          request,
          environments,
        }),
    };
  }
}
