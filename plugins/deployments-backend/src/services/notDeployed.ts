import { SlipwayEnvironment, SourceResult } from '@slipway/platform-common';
import {
  Deployment,
  DeploymentPlatform,
} from '@slipway/plugin-deployments-common';

/** An environment that an entity does not run in, which is a state like any other and not a failure. */
export function notDeployed(
  environment: SlipwayEnvironment,
  platform: DeploymentPlatform,
  name: string,
): SourceResult<Deployment> {
  return {
    state: 'ok',
    source: { upstream: platform, environment: environment.name, target: name },
    asOf: new Date().toISOString(),
    data: {
      environment: environment.name,
      platform,
      name,
      phase: 'missing',
      summary: `Not deployed to ${environment.title} yet`,
      images: [],
      history: [],
      resources: [],
      events: [],
    },
  };
}
