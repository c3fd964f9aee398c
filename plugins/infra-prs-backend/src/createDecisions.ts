import { GithubPersonFactory } from './clients/GithubPerson';
import { CallerReader } from './services/CallerReader';
import { DefaultChangeDecisions } from './services/DefaultChangeDecisions';
import { AutoMergeDecisions } from './services/deciding/AutoMergeDecisions';
import { BreakGlass } from './services/deciding/BreakGlass';
import { BulkDecisions } from './services/deciding/BulkDecisions';
import { DecisionRunner } from './services/deciding/DecisionRunner';
import { LifecycleDecisions } from './services/deciding/LifecycleDecisions';
import { ReviewDecisions } from './services/deciding/ReviewDecisions';
import { FactsReader } from './services/FactsReader';
import { SurroundingsReader } from './services/surroundings';
import { LifeStore } from './store/LifeStore';
import { RequestStore } from './store/RequestStore';

/** Puts together all that people can do with changes. */
export function createDecisions(deps: {
  facts: FactsReader;
  surroundings: SurroundingsReader;
  callers: CallerReader;
  store: RequestStore;
  lifeStore: LifeStore;
  personFor: GithubPersonFactory;
  /** Tells who watches that a change is not what it was. */
  changed: (number: number) => Promise<void>;
}) {
  const runner = new DecisionRunner(deps);
  const decisions = new DefaultChangeDecisions({ ...deps, runner });
  return {
    runner,
    decisions,
    bulk: new BulkDecisions(decisions),
    breakGlass: new BreakGlass({ ...deps, runner, log: deps.lifeStore }),
    reviews: new ReviewDecisions(runner),
    lifecycle: new LifecycleDecisions(runner, deps.lifeStore),
    autoMerge: new AutoMergeDecisions(runner, deps.lifeStore),
  };
}
