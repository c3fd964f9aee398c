import {
  coreServices,
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import { ScmIntegrations } from '@backstage/integration';
import { readInfrastructureRepository } from '@slipway/platform-common';
import { GitHubCaller } from './GitHubCaller';
import { InfrastructureTree } from './InfrastructureTree';
import { OctokitInfrastructureTree } from './OctokitInfrastructureTree';

/** The infrastructure repository that `slipway.infrastructure` names. A service, so that tests bring their own. */
export const infrastructureTreeServiceRef =
  createServiceRef<InfrastructureTree>({
    id: 'slipway.infrastructure-tree',
    scope: 'plugin',
    defaultFactory: async service =>
      createServiceFactory({
        service,
        deps: { config: coreServices.rootConfig },
        factory: ({ config }) =>
          OctokitInfrastructureTree.create({
            github: GitHubCaller.create(ScmIntegrations.fromConfig(config)),
            infrastructure: readInfrastructureRepository(config),
          }),
      }),
  });
