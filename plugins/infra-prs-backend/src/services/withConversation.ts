import { Source } from '@slipway/platform-node';
import { ChangeFacts } from './changeFacts';
import { ThreadFacts } from './conversationFacts';
import { SurroundingsReader } from './surroundings';

/** How many threads nobody resolved. */
export function unresolvedOf(
  threads: readonly ThreadFacts[] | undefined,
): number | undefined {
  return threads?.filter(({ resolved }) => !resolved).length;
}

/**
 * Lets open threads count when one change is judged; only where GitHub's rules ask for their resolution, since GraphQL knows no
 * answer that is free. Where they cannot be read GitHub itself still holds the merge.
 */
export function withConversation(
  reader: SurroundingsReader,
  threads: Source<number, ThreadFacts[]>,
): SurroundingsReader {
  const add = async (
    facts: readonly ChangeFacts[],
    read: SurroundingsReader['read'],
  ): ReturnType<SurroundingsReader['read']> => {
    const around = await read(facts);
    const [only, ...others] = facts;
    if (only?.pull.state !== 'open' || others.length > 0) return around;
    const { number } = only.pull;
    if (!around(number).host?.rules.resolvedThreads) return around;
    const unresolvedThreads = unresolvedOf((await threads.get(number)).data);
    return asked => ({ ...around(asked), unresolvedThreads });
  };
  return {
    read: facts => add(facts, each => reader.read(each)),
    readIfThere: facts => add(facts, each => reader.readIfThere(each)),
  };
}
