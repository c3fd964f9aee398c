import { SlipwayEnvironment } from '@slipway/platform-common';
import { FetchEngine } from '@slipway/platform-node';
import { GithubAlerts } from './clients/GithubAlerts';
import { GithubTrees } from './clients/GithubTrees';
import { ChangeSources } from './services/ChangeSources';
import { FactsReader } from './services/FactsReader';
import { DefaultFindingService } from './services/findings/DefaultFindingService';
import { createManifests } from './services/manifests/createManifests';
import { withManifests } from './services/manifests/withManifests';
import { SurroundingsReader } from './services/surroundings';

/** Puts together what helps to understand a change beside its plan. */
export function createUnderstanding(options: {
  readonly engine: FetchEngine;
  readonly github: {
    readonly trees: GithubTrees;
    readonly alerts: GithubAlerts;
  };
  readonly slug: string;
  readonly sources: Pick<ChangeSources, 'pull'>;
  readonly facts: FactsReader;
  readonly environments: readonly SlipwayEnvironment[];
  readonly surroundings: SurroundingsReader;
  readonly manifestFolders: readonly string[];
}) {
  const { surroundings, manifestFolders } = options;
  const manifests = createManifests(options);
  const findings = new DefaultFindingService(options);
  return {
    services: { manifests, findings },
    /** What one change is judged by. */
    judging: {
      surroundings: withManifests(surroundings, manifests, manifestFolders),
    },
  };
}
