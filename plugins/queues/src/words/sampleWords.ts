import { PeekResponse } from '@slipway/plugin-queues-common';
import { formatNumber } from '@slipway/platform-react';

/** `3 causes`, `1 cause`. */
const causes = (count: number) =>
  `${count} ${count === 1 ? 'cause' : 'causes'}`;

/** What was looked at, and of how many: `Sample of 50 of about 2,000: 3 causes`. */
export function sampleWords({ messages, groups, total }: PeekResponse): string {
  const seen = formatNumber(messages.length);
  const found = causes(groups.length);
  return messages.length >= total
    ? `All ${seen} that are there: ${found}`
    : `Sample of ${seen} of about ${formatNumber(total)}: ${found}`;
}

/** What the share of a group stands on. */
export function groupedByWords(
  by: PeekResponse['groups'][number]['by'],
): string {
  return {
    error: 'told by an error attribute',
    exception: 'told by an exception in the body',
    'event-type': 'told by the type of event',
    shape: 'told by the shape of the body',
  }[by];
}

/** First words of a body, in one line. */
export function bodyStart(text: string, length = 90): string {
  const line = text
    .slice(0, 4 * length)
    .replace(/\s+/g, ' ')
    .trim();
  return line.length > length ? `${line.slice(0, length)}…` : line;
}
