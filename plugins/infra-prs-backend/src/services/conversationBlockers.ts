import { ChangeBlocker } from '@slipway/plugin-infra-prs-common';
import { PullFacts } from './changeFacts';
import { HostFacts } from './HostRulesReader';

/** Threads that nobody resolved, where GitHub's rules of the branch ask for it; `unresolved` is undefined when not known. */
export function conversationBlockers(
  { baseRef, author }: PullFacts,
  host: HostFacts | undefined,
  unresolved = 0,
): ChangeBlocker[] {
  if (unresolved === 0 || !host?.rules.resolvedThreads) return [];
  const what =
    unresolved === 1 ? '1 conversation is' : `${unresolved} conversations are`;
  const writers = 'with write access to the repository resolves them';
  return [
    {
      code: 'conversation_unresolved',
      message: `${what} not resolved, and ${baseRef} asks for that`,
      who: author.isBot
        ? `Anyone ${writers}`
        : `${author.name}, who opened it, or anyone ${writers}`,
      links: [{ text: 'Conversation', section: 'conversation' }],
    },
  ];
}
