import { ConflictError, ServiceUnavailableError } from '@backstage/errors';
import { facts, pull, sha } from '../../__testUtils__/facts';
import { PullFacts } from '../changeFacts';
import { Decision } from './DecisionRunner';
import { mergeAsPerson } from './mergeAsPerson';

const lost = new ServiceUnavailableError('GitHub did not answer');
const refused = new ConflictError('GitHub refused to merge: no');

/** Merges as pat, with what GitHub answers, and what it then says of the pull request. */
function merge(error: Error | undefined, after: Partial<PullFacts>) {
  const github = {
    merge: async () => {
      if (error) throw error;
    },
  };
  const person = { login: 'Pat', ownershipEntityRefs: [] };
  const decision = { facts: facts(), person, github };
  const reader = { readFresh: async () => facts({ pull: pull(after) }) };
  return mergeAsPerson(decision as unknown as Decision, reader);
}

const mergedBy = (login: string, headSha = sha('a')) => ({
  mergedAt: '2026-01-01T00:00:00Z',
  mergedBy: login,
  headSha,
});

describe('a merge', () => {
  it('is done when GitHub says so', async () => {
    await expect(merge(undefined, {})).resolves.toBeUndefined();
  });

  it('whose answer got lost is done when it was by this person', async () => {
    await expect(merge(lost, mergedBy('pat'))).resolves.toBeUndefined();
  });

  it.each([
    ['that did not happen', lost, {}, lost.message],
    ['by somebody else', lost, mergedBy('sam'), 'It is already merged'],
    ['of another head', lost, mergedBy('pat', sha('b')), lost.message],
    ['that GitHub refused', refused, {}, refused.message],
    ['that was second', refused, mergedBy('pat'), 'It is already merged'],
  ])('%s is not done', async (_, error, after, message) => {
    await expect(merge(error, after)).rejects.toThrow(message);
  });
});
