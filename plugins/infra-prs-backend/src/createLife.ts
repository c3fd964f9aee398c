import { LifeService, DefaultLifeService } from './life/LifeService';
import { HappeningReader, NO_HAPPENINGS } from './life/HappeningReader';
import { AftermathReader, LookReader } from './life/LookReader';
import { PullsOfRequest } from './life/PullsOfRequest';
import { RequestReconciler } from './life/RequestReconciler';
import { AutoMergeGuard } from './services/AutoMergeGuard';
import { ChangeSources } from './services/ChangeSources';
import { applyOf } from './services/applyOf';
import { FactsReader } from './services/FactsReader';
import { SurroundingsReader } from './services/surroundings';
import { LifeStore } from './store/LifeStore';

/** What the check on the merge commit tells; of what runs then, nobody is asked. */
const byApplyCheck: AftermathReader = {
  async read({ facts, assessment }, mergeChecks) {
    const apply = applyOf(facts.pull, mergeChecks, assessment.plan);
    return { apply, rollouts: [] };
  },
};

/** Puts together what tells, and keeps, where requests stand. */
export function createLife(options: {
  facts: FactsReader;
  surroundings: SurroundingsReader;
  sources: Pick<ChangeSources, 'siblings'>;
  lifeStore: LifeStore;
  /** Looks at what would merge by itself. */
  guard: Pick<AutoMergeGuard, 'look'>;
  /** `host/owner/repo` */
  slug: string;
  aftermath?: AftermathReader;
  /** Default: GitHub's own timeline is not asked. */
  happenings?: HappeningReader;
}): { looks: LookReader; life: LifeService; reconciler: RequestReconciler } {
  const { facts, surroundings, sources, lifeStore: store, slug } = options;
  const looks = new LookReader({
    aftermath: options.aftermath ?? byApplyCheck,
    pulls: new PullsOfRequest(sources.siblings, slug),
    store,
  });
  const { guard, happenings = NO_HAPPENINGS } = options;
  const shared = { facts, surroundings, looks, store, guard, happenings };
  return {
    looks,
    life: new DefaultLifeService(shared),
    reconciler: new RequestReconciler(shared),
  };
}
