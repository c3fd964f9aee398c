import { posix } from 'node:path';
import { ConflictError } from '@backstage/errors';
import {
  infrastructurePaths,
  QueueSpec,
  SlipwayEnvironment,
} from '@slipway/platform-common';
import { InfrastructureTree } from '../clients/InfrastructureTree';

/**
 * Refuses the name of a service that the infrastructure repository has already.
 *
 * @throws ConflictError naming the field and the path; UpstreamError.
 */
export async function requireFreePaths(
  name: string,
  environments: readonly SlipwayEnvironment[],
  tree: InfrastructureTree,
): Promise<void> {
  const { blobs } = await tree.snapshot();
  const wanted = [
    infrastructurePaths.catalogEntity(name),
    `${infrastructurePaths.gitopsApp(name)}/`,
    ...environments.map(environment =>
      infrastructurePaths.argoApplication(environment.name, name),
    ),
    ...environments.map(
      environment => `${infrastructurePaths.terraformRoot(environment, name)}/`,
    ),
  ];
  const taken = [...blobs.keys()].find(path =>
    wanted.some(start => path === start || path.startsWith(start)),
  );
  if (taken) {
    throw new ConflictError(
      `name '${name}' is taken: ${taken} is in the infrastructure repository; choose another name`,
    );
  }
}

/**
 * Refuses names of queues that some service of an environment has in the infrastructure repository: SQS knows a name
 * once in an account, and the catalog hears of a queue only when it is there.
 *
 * @throws ConflictError naming the queue by `field(index)`; UpstreamError.
 */
export async function requireFreeQueueFiles(
  queues: readonly Pick<QueueSpec, 'name'>[],
  environments: readonly SlipwayEnvironment[],
  field: (index: number) => string,
  tree: InfrastructureTree,
): Promise<void> {
  const { blobs } = await tree.snapshot();
  const indexes = new Map(
    queues.map(({ name }, index) => [`queue-${name}.tf`, index]),
  );
  const folders = new Set(
    environments.map(environment =>
      posix.dirname(infrastructurePaths.terraformRoot(environment, 'any')),
    ),
  );
  for (const path of blobs.keys()) {
    const index = indexes.get(posix.basename(path));
    if (index === undefined) continue;
    if (!folders.has(posix.dirname(posix.dirname(path)))) continue;
    throw new ConflictError(
      `${field(index)} '${
        queues[index].name
      }' is taken: ${path} is in the infrastructure repository; choose another name`,
    );
  }
}
