import { AuthService, PermissionsService } from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  AwsClients,
  EntityResources,
  Environments,
  FetchEngine,
} from '@slipway/platform-node';
import { DefaultQueueCatalog } from './services/DefaultQueueCatalog';
import { DefaultQueueResolver } from './services/DefaultQueueResolver';
import { DefaultQueuesService } from './services/DefaultQueuesService';
import { createQueueSources } from './services/queueSources';

/** The services that answer questions, made once and shared with those that act and watch. @internal */
export function createReadSide(deps: {
  auth: AuthService;
  awsClients: AwsClients;
  catalog: CatalogService;
  engine: FetchEngine;
  entityResources: EntityResources;
  environments: Environments;
  permissions: PermissionsService;
}) {
  const sources = createQueueSources(deps);
  const queueCatalog = DefaultQueueCatalog.create(deps);
  const resolver = DefaultQueueResolver.create({
    ...deps,
    queueCatalog,
    sources,
  });
  const queues = DefaultQueuesService.create({ ...deps, sources });
  return { sources, queueCatalog, resolver, queues };
}
