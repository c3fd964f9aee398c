import { NewServiceDescriber } from './NewServiceDescriber';
import { PathDescriber, PathDescriberOptions } from './PathDescriber';
import { GitPlatformFactsService } from './PlatformFactsService';
import { PathName } from './pathNames';

/** The rules of every golden path. */
export function createDescribers(
  options: Omit<PathDescriberOptions, 'facts'>,
): Record<PathName, PathDescriber> {
  const facts = GitPlatformFactsService.create(options.tree);
  const service = new NewServiceDescriber({ ...options, facts });
  return {
    'new-service': service,
    'static-site': service,
    'add-queue': service,
  };
}
