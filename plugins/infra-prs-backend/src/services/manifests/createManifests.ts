import { SlipwayEnvironment } from '@slipway/platform-common';
import { FetchEngine, Source } from '@slipway/platform-node';
import { GithubTrees } from '../../clients/GithubTrees';
import { PullFacts } from '../changeFacts';
import { DefaultManifestDiffService } from './DefaultManifestDiffService';
import { ManifestReader } from './ManifestReader';
import { createManifestSources } from './ManifestSources';

/** Puts together what renders and compares manifests; `slug` names the repository in budgets. */
export function createManifests(options: {
  readonly engine: FetchEngine;
  readonly github: { readonly trees: GithubTrees };
  readonly slug: string;
  readonly sources: { readonly pull: Source<number, PullFacts> };
  readonly environments: readonly SlipwayEnvironment[];
}): DefaultManifestDiffService {
  const { engine, github, slug, environments } = options;
  const sources = createManifestSources(engine, github.trees, slug);
  const reader = new ManifestReader(sources, environments, url =>
    isRepository(url, slug),
  );
  return new DefaultManifestDiffService(options.sources.pull, reader, engine);
}

/** The same repository is reached by HTTPS and by SSH, with and without a name of who does. */
function isRepository(url: string, slug: string): boolean {
  const place = url
    .toLowerCase()
    .replace(/^[a-z]+:\/\//, '')
    .replace(/^[^@/]*@/, '')
    .replace(/\/$/, '')
    .replace(/\.git$/, '');
  const name = slug.toLowerCase();
  return place === name || place.replace(':', '/') === name;
}
