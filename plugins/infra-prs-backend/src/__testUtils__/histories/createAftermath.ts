import { AftermathReader } from '../../life/LookReader';
import { applyOf } from '../../services/applyOf';
import { Gates } from './Gates';
import { ModelGithub } from './ModelGithub';

/** Asks the model what became of a merged change, as the product asks the deployments plugin. */
export const createAftermath = (
  github: ModelGithub,
  gates: Gates,
  owner: object,
): AftermathReader => ({
  async read({ facts: { pull }, assessment }, mergeChecks) {
    const apply = applyOf(pull, mergeChecks, assessment.plan);
    if (!pull.mergedAt) return { apply, rollouts: [] };
    await gates.pass(owner, `rollouts of ${pull.number}`);
    return { apply, rollouts: github.rolloutsOf(pull.number) };
  },
});
