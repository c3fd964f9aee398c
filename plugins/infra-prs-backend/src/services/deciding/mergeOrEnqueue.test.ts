import { facts } from '../../__testUtils__/facts';
import { FactsReader } from '../FactsReader';
import { PlanState } from '../planState';
import { Decision } from './DecisionRunner';
import { mergeOrEnqueue } from './mergeOrEnqueue';

const digest = `sha256:${'1'.repeat(64)}`;

/** Merges while the plan is read once more, in a repository with a queue or without. */
async function merge(plan: PlanState, mergeQueue: boolean) {
  const done: string[] = [];
  const decision = {
    facts: facts(),
    assessment: { plan: { digest }, host: { rules: { mergeQueue } } },
    person: { login: 'pat', ownershipEntityRefs: [] },
    github: {
      merge: async () => done.push('merged'),
      enqueue: async () => done.push('queued'),
    },
    readPlan: async () => plan,
  };
  const reader = {} as unknown as FactsReader;
  const outcome = mergeOrEnqueue(decision as unknown as Decision, reader);
  return { outcome: await outcome.catch(String), done };
}

it.each([
  ['merged', false],
  ['queued', true],
])('is %s with the plan that was decided on', async (done, mergeQueue) => {
  expect(await merge({ digest }, mergeQueue)).toEqual({
    outcome: done,
    done: [done],
  });
});

it.each([
  ['another plan', { digest: `sha256:${'2'.repeat(64)}` }, 'The plan changed'],
  [
    'no plan any more',
    { problem: { code: 'plan_missing', message: 'The plan is running' } },
    'The plan is running',
  ],
] as const)('does nothing with %s', async (_, plan, words) => {
  for (const mergeQueue of [false, true]) {
    const { outcome, done } = await merge(plan, mergeQueue);
    expect(outcome).toContain(words);
    expect(done).toEqual([]);
  }
});
