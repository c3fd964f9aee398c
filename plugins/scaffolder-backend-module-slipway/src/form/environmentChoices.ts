import { Platform, SlipwayEnvironment } from '@slipway/platform-common';
import { Environments } from '@slipway/platform-node';

/** An environment as a form offers it. */
export interface EnvironmentChoice
  extends Pick<SlipwayEnvironment, 'name' | 'title' | 'protection'> {
  /** Where services can run in it. */
  readonly platforms: readonly Platform[];
}

/** The environments of config. On EKS nothing is deployed without Argo CD. */
export function environmentChoices(
  environments: Environments,
): EnvironmentChoice[] {
  return environments.list().map(environment => {
    const { name, title, protection, ecs, eks, argocd } = environment;
    const platforms: Platform[] = [];
    if (ecs) platforms.push('ecs');
    if (eks && argocd) platforms.push('eks');
    return { name, title, protection, platforms };
  });
}
