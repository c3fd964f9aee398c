import {
  AuthService,
  DiscoveryService,
  UrlReaderService,
} from '@backstage/backend-plugin-api';
import { DefaultFactsService } from './form/DefaultFactsService';
import {
  DefaultNameService,
  NameServiceOptions,
} from './form/DefaultNameService';
import { DefaultPreviewService } from './preview/DefaultPreviewService';
import { HttpDryRunClient } from './preview/DryRunClient';
import { FileComparer } from './preview/FileComparer';
import { LocationTemplateSource } from './preview/TemplateSource';
import { createRouter, RouterOptions } from './router';
import { GitPlatformFactsService } from './services/PlatformFactsService';

export interface ServicesRouterOptions
  extends Omit<RouterOptions, 'previews' | 'names' | 'facts'>,
    NameServiceOptions {
  readonly auth: AuthService;
  readonly discovery: DiscoveryService;
  readonly reader: UrlReaderService;
}

/** The routes with the services behind them. */
export function createServicesRouter(options: ServicesRouterOptions) {
  const { environments, tree, infrastructure, catalog, reader } = options;
  return createRouter({
    ...options,
    previews: DefaultPreviewService.create({
      catalog,
      templates: LocationTemplateSource.create(reader),
      dryRuns: HttpDryRunClient.create(options),
      comparer: FileComparer.create({ tree, branch: infrastructure.branch }),
    }),
    names: DefaultNameService.create(options),
    facts: DefaultFactsService.create({
      environments,
      facts: GitPlatformFactsService.create(tree),
    }),
  });
}
