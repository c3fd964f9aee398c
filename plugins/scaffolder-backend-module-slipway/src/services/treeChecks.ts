import { ConflictError } from '@backstage/errors';
import {
  infrastructurePaths,
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
