import { SlipwayEnvironment } from '@slipway/platform-common';
import { FetchEngine, Source } from '@slipway/platform-node';
import { GithubTrees } from '../../clients/GithubTrees';
import { PullFacts } from '../changeFacts';
import { DefaultManifestDiffService } from './DefaultManifestDiffService';
import { ManifestReader } from './ManifestReader';
import { createManifestSources } from './ManifestSources';

/** Puts together what renders and compares manifests; `target` names the repository in budgets. */
export function createManifests(
  engine: FetchEngine,
  options: {
    readonly github: GithubTrees;
    readonly target: string;
    readonly pulls: Source<number, PullFacts>;
    readonly environments: readonly SlipwayEnvironment[];
  },
): DefaultManifestDiffService {
  const sources = createManifestSources(engine, options.github, options.target);
  const reader = new ManifestReader(sources, options.environments);
  return new DefaultManifestDiffService(options.pulls, reader, engine);
}
