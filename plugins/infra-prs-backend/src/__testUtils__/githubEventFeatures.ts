import { createRequire } from 'node:module';
import path from 'node:path';
import {
  BackendFeature,
  coreServices,
  createServiceFactory,
  ServiceFactory,
} from '@backstage/backend-plugin-api';
import eventsPlugin from '@backstage/plugin-events-backend';
import {
  DefaultEventsService,
  eventsServiceRef,
} from '@backstage/plugin-events-node';

const PACKAGE = '@backstage/plugin-events-backend-module-github';
const requireHere = createRequire(__filename);

/** What the package's own loader loads with `import()`, which Jest does not let it do. */
function moduleOf(file: string): BackendFeature {
  const folder = path.dirname(requireHere.resolve(`${PACKAGE}/package.json`));
  return requireHere(path.join(folder, 'dist/service', file)).default;
}

/** Backstage's mock tells events only to the plugin they come from. */
const events: ServiceFactory = createServiceFactory({
  service: eventsServiceRef,
  deps: {
    plugin: coreServices.pluginMetadata,
    logger: coreServices.rootLogger,
  },
  createRootContext: ({ logger }) =>
    DefaultEventsService.create({ logger, useEventBus: 'never' }),
  factory: ({ plugin }, service) => service.forPlugin(plugin.getId()),
});

/** The backend that GitHub delivers its events to, with the module that checks signatures. */
export function githubEventFeatures(): BackendFeature[] {
  return [
    eventsPlugin,
    moduleOf('eventsModuleGithubWebhook.cjs.js'),
    moduleOf('eventsModuleGithubEventRouter.cjs.js'),
    events,
  ];
}
