import { InputError } from '@backstage/errors';
import {
  infrastructurePaths,
  Platform,
  SlipwayEnvironment,
} from '@slipway/platform-common';
import { InfrastructureTree } from '../clients/InfrastructureTree';

/** Where a service is in the infrastructure repository. */
export interface ServiceFiles {
  readonly name: string;
  readonly platform: Platform;
  /** Those that it runs in. */
  readonly environments: readonly SlipwayEnvironment[];
}

/**
 * Reads from the infrastructure repository what a service is: its files say it, and cannot be out of date.
 *
 * @throws InputError when there is no such service; UpstreamError.
 */
export async function findService(
  name: string,
  known: readonly SlipwayEnvironment[],
  tree: InfrastructureTree,
): Promise<ServiceFiles> {
  const { blobs } = await tree.snapshot();
  const paths = new Set(blobs.keys());
  const environments = known.filter(environment =>
    paths.has(
      `${infrastructurePaths.terraformRoot(environment, name)}/main.tf`,
    ),
  );
  const app = `${infrastructurePaths.gitopsApp(name)}/base/kustomization.yaml`;
  const onEcs = environments.some(environment =>
    paths.has(
      `${infrastructurePaths.terraformRoot(environment, name)}/config.yaml`,
    ),
  );
  const platform = paths.has(app) ? 'eks' : onEcs && 'ecs';
  if (!platform || environments.length === 0) {
    throw new InputError(
      `service '${name}' has no files of a golden path in the infrastructure repository; change its infrastructure by hand`,
    );
  }
  return { name, platform, environments };
}
