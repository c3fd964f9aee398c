import { FactsReader } from '../FactsReader';
import { assertSamePlan } from '../decisionRules';
import { deadline, Decision } from './DecisionRunner';
import { mergeAsPerson } from './mergeAsPerson';

/** Merges, or puts it into the merge queue where its base branch has one; either way only the head that was decided on. */
export async function mergeOrEnqueue(
  decision: Decision,
  reader: FactsReader,
): Promise<'merged' | 'queued'> {
  const { facts, assessment, github } = decision;
  // GitHub holds to the head, and knows of no plans: the last look at the plan is as near to the merge as it can be.
  assertSamePlan(await decision.readPlan(), assessment.plan.digest);
  if (!assessment.host?.rules.mergeQueue) {
    await mergeAsPerson(decision, reader);
    return 'merged';
  }
  const { nodeId, headSha } = facts.pull;
  await github.enqueue({ nodeId, headSha }, deadline());
  return 'queued';
}
