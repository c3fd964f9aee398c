import { SlipwayEnvironment } from '@slipway/platform-common';
import { FetchEngine } from '@slipway/platform-node';
import { RiskSeverity } from '@slipway/plugin-infra-prs-common';
import { GithubAlerts } from './clients/GithubAlerts';
import { GithubTrees } from './clients/GithubTrees';
import { ChangeSources } from './services/ChangeSources';
import { ConversationSources } from './services/ConversationSources';
import { FactsReader } from './services/FactsReader';
import { DefaultFindingService } from './services/findings/DefaultFindingService';
import { withAlerts } from './services/findings/withAlerts';
import { createManifests } from './services/manifests/createManifests';
import { withManifests } from './services/manifests/withManifests';
import { SurroundingsReader } from './services/surroundings';
import { withConversation } from './services/withConversation';

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
  readonly threads: ConversationSources['threads'];
  readonly alertSeverity?: RiskSeverity;
}) {
  const { manifestFolders, threads, alertSeverity } = options;
  const manifests = createManifests(options);
  const findings = new DefaultFindingService(options);
  const talked = withConversation(options.surroundings, threads);
  return {
    services: { manifests, findings },
    /** What one change is judged by. */
    judging: {
      surroundings: withAlerts(
        withManifests(talked, manifests, manifestFolders),
        findings,
        alertSeverity,
      ),
    },
  };
}
