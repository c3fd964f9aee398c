import { InputError } from '@backstage/errors';
import { Platform, SlipwayEnvironment } from '@slipway/platform-common';
import { Environments } from '@slipway/platform-node';

/**
 * The environments that a form names, when its platform runs there.
 *
 * @throws InputError naming the environment and what would do.
 */
export function requireEnvironments(
  spec: { readonly environments: readonly string[]; platform?: Platform },
  environments: Environments,
): SlipwayEnvironment[] {
  const chosen = spec.environments.map(name => {
    const environment = requireEnvironment(name, environments);
    if (spec.platform) requirePlatform(environment, spec.platform);
    return environment;
  });
  if (spec.platform) requireOwnRegistries(chosen);
  return chosen;
}

/** Images of a service are in one repository of an account and region, which one environment makes. */
function requireOwnRegistries(chosen: readonly SlipwayEnvironment[]): void {
  for (const [index, { name, account, region }] of chosen.entries()) {
    const other = chosen
      .slice(0, index)
      .find(known => known.account === account && known.region === region);
    if (!other) continue;
    throw new InputError(
      `environments holds '${other.name}' and '${name}', which share the account ${account} in ${region} and so its image repository; leave one of them out`,
    );
  }
}

function requireEnvironment(
  name: string,
  environments: Environments,
): SlipwayEnvironment {
  const known = environments.list();
  const environment = known.find(candidate => candidate.name === name);
  if (!environment) {
    const names = known.map(candidate => candidate.name).join(', ');
    throw new InputError(
      `environments holds '${name}', which there is not; choose of ${names}`,
    );
  }
  return environment;
}

function requirePlatform(
  { name, ecs, eks, argocd }: SlipwayEnvironment,
  platform: Platform,
): void {
  if (platform === 'ecs' && !ecs) {
    throw new InputError(
      `environments holds '${name}', which has no ECS cluster; leave it out or choose the platform 'eks'`,
    );
  }
  if (platform === 'eks' && !eks) {
    throw new InputError(
      `environments holds '${name}', which has no EKS cluster; leave it out or choose the platform 'ecs'`,
    );
  }
  if (platform === 'eks' && !argocd) {
    throw new InputError(
      `environments holds '${name}', which has no Argo CD (slipway.environments[].argocd); leave it out or choose the platform 'ecs'`,
    );
  }
}
