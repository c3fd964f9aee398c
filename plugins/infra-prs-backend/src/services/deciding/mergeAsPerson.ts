import { ConflictError } from '@backstage/errors';
import { FactsReader } from '../FactsReader';
import { deadline, Decision } from './DecisionRunner';

/**
 * Merges the head that was decided on. A merge whose answer got lost may have happened: then it is looked up, and is
 * this person's if GitHub says that they merged it. One that GitHub refused because somebody else was first is told so.
 */
export async function mergeAsPerson(
  { facts, github, person }: Decision,
  reader: Pick<FactsReader, 'readFresh'>,
): Promise<void> {
  const { number, headSha } = facts.pull;
  try {
    await github.merge({ number, headSha }, deadline());
  } catch (error) {
    const after = await reader.readFresh(number).catch(() => undefined);
    if (!after?.pull.mergedAt || after.pull.headSha !== headSha) throw error;
    const by = after.pull.mergedBy?.toLowerCase();
    const own = by !== undefined && by === person.login?.toLowerCase();
    if (error instanceof ConflictError || !own) {
      throw new ConflictError('It is already merged');
    }
  }
}
