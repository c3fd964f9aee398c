import { visibleText } from '@slipway/platform-common';
import { MessageGroup, PeekedMessage } from '@slipway/plugin-queues-common';
import { Masker } from '../masking/Masker';
import { Fingerprint } from './fingerprint';

/** A message and what it failed by. */
export interface GroupedMessage {
  readonly message: PeekedMessage;
  readonly cause: Fingerprint;
}

/** Puts messages that failed alike together, the largest group first. Titles are masked: they quote messages. */
export function groupMessages(
  messages: readonly GroupedMessage[],
  masker: Masker,
): MessageGroup[] {
  const byPrint = new Map<string, GroupedMessage[]>();
  for (const grouped of messages) {
    const print = grouped.cause.fingerprint;
    byPrint.set(print, [...(byPrint.get(print) ?? []), grouped]);
  }
  return [...byPrint.values()]
    .map(members => toGroup(members, masker))
    .sort((a, b) => b.count - a.count || (a.title < b.title ? -1 : 1));
}

function toGroup(
  members: readonly GroupedMessage[],
  masker: Masker,
): MessageGroup {
  const { cause } = members[0];
  const times = members.map(({ message }) => message.sentAt).sort();
  const types = new Set(members.map(member => member.cause.eventType));
  const [eventType] = types.size === 1 ? types : [];
  const safe = (text: string) =>
    visibleText(masker.maskShown(masker.maskText(text).text).text);
  return {
    fingerprint: cause.fingerprint,
    title: safe(cause.title),
    by: cause.by,
    ...(eventType && { eventType: safe(eventType) }),
    ...(cause.location && { location: safe(cause.location) }),
    count: members.length,
    firstSentAt: times[0],
    lastSentAt: times[times.length - 1],
    messageIds: members.map(({ message }) => message.id),
  };
}
