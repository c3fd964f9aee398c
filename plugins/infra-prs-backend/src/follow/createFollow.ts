import { AuthService, DiscoveryService } from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { SlipwayEnvironment } from '@slipway/platform-common';
import { FetchEngine } from '@slipway/platform-node';
import { DeploymentsClient } from '../clients/DeploymentsClient';
import { FollowReader } from '../clients/FollowReader';
import { CallerReader } from '../services/CallerReader';
import { ChangeSources } from '../services/ChangeSources';
import { FactsReader } from '../services/FactsReader';
import { SurroundingsReader } from '../services/surroundings';
import { AftermathReader } from '../life/LookReader';
import { LifeStore } from '../store/LifeStore';
import { CreatedThings } from './CreatedThings';
import { createFollowSources } from './createFollowSources';
import { FollowAftermath } from './FollowAftermath';
import { DefaultFollowService, FollowService } from './FollowService';
import { RevertLinks } from './RevertLinks';
import { RolloutReader } from './RolloutReader';

/** Puts together what tells what became of changes. */
export function createFollow(options: {
  auth: AuthService;
  catalog: CatalogService;
  discovery: DiscoveryService;
  engine: FetchEngine;
  environments: readonly SlipwayEnvironment[];
  github: FollowReader;
  facts: FactsReader;
  surroundings: SurroundingsReader;
  callers: CallerReader;
  lifeStore: Pick<LifeStore, 'events'>;
  sources: Pick<ChangeSources, 'pull'>;
  /** `host/owner/repo` */
  slug: string;
}): {
  follow: FollowService;
  reverts: RevertLinks;
  aftermath: AftermathReader;
} {
  const { engine, github, environments, slug } = options;
  const deployments = new DeploymentsClient(options);
  const own = createFollowSources(engine, { deployments, github }, slug);
  const rollouts = new RolloutReader(own, options.lifeStore);
  const { reverts: byBranch } = own;
  const { pull } = options.sources;
  const reverts = new RevertLinks({ pull, reverts: byBranch });
  const created = new CreatedThings(options.catalog, environments);
  return {
    aftermath: new FollowAftermath(rollouts, options.auth),
    reverts,
    follow: new DefaultFollowService({
      ...options,
      rollouts,
      created,
      reverts,
    }),
  };
}
