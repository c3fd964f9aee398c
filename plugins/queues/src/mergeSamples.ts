import { MessageGroup, PeekResponse } from '@slipway/plugin-queues-common';

const earlier = (a: string, b: string) => (a < b ? a : b);
const later = (a: string, b: string) => (a > b ? a : b);

/**
 * Adds another look to the sample. A message that both saw is kept once, as it was seen last; groups are put together by
 * their fingerprints, so that each message counts in one group.
 */
export function mergeSamples(
  sample: PeekResponse,
  look: PeekResponse,
): PeekResponse {
  const seenAgain = new Set(look.messages.map(({ id }) => id));
  const messages = [
    ...sample.messages.filter(({ id }) => !seenAgain.has(id)),
    ...look.messages,
  ];
  return { ...look, messages, groups: groupsOf(messages, sample, look) };
}

/** The sample without messages that are no longer in the queue. */
export function withoutMessages(
  sample: PeekResponse,
  gone: ReadonlySet<string>,
): PeekResponse {
  const messages = sample.messages.filter(({ id }) => !gone.has(id));
  return { ...sample, messages, groups: groupsOf(messages, sample) };
}

function groupsOf(
  messages: PeekResponse['messages'],
  ...samples: readonly PeekResponse[]
): MessageGroup[] {
  const known = new Map<string, MessageGroup>();
  for (const group of samples.flatMap(({ groups }) => groups)) {
    const before = known.get(group.fingerprint);
    known.set(group.fingerprint, {
      ...group,
      firstSentAt: earlier(
        before?.firstSentAt ?? group.firstSentAt,
        group.firstSentAt,
      ),
      lastSentAt: later(
        before?.lastSentAt ?? group.lastSentAt,
        group.lastSentAt,
      ),
    });
  }
  return [...known.values()]
    .map(group => {
      const messageIds = messages
        .filter(({ fingerprint }) => fingerprint === group.fingerprint)
        .map(({ id }) => id);
      return { ...group, messageIds, count: messageIds.length };
    })
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count);
}
