import { AddQueueDescriber } from './AddQueueDescriber';
import { NewServiceDescriber } from './NewServiceDescriber';
import { PathDescriber, PathDescriberOptions } from './PathDescriber';
import { PathName } from './pathNames';
import { GitPlatformFactsService } from './PlatformFactsService';
import { StaticSiteDescriber } from './StaticSiteDescriber';

/** The rules of every golden path. */
export function createDescribers(
  options: Omit<PathDescriberOptions, 'facts'>,
): Record<PathName, PathDescriber> {
  const facts = GitPlatformFactsService.create(options.tree);
  return {
    'new-service': new NewServiceDescriber({ ...options, facts }),
    'static-site': new StaticSiteDescriber({ ...options, facts }),
    'add-queue': new AddQueueDescriber({ ...options, facts }),
  };
}
