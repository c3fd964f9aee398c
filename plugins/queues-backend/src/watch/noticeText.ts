import { NotificationSeverity } from '@backstage/plugin-notifications-common';
import { ClaimedNotice } from './WatchStore';

/** What the notification says. Names come from AWS and the catalog: text, drawn as text. */
export function describeNotice(claimed: ClaimedNotice): {
  title: string;
  description: string;
} {
  const { notice, queue, countNow } = claimed;
  const place = `${queue.name} (${queue.environment})`;
  if (notice.kind === 'expiring') {
    return {
      title: `Dead letters in ${place} are about to be lost`,
      description: `SQS drops the oldest of ${letters(countNow)} at ${utc(
        notice.expiresAt,
      )} at the latest. Redrive or export them before.`,
    };
  }
  if (countNow === 0) {
    return {
      title: `Dead letters came and went in ${place}`,
      description: `There were ${letters(notice.count)} at ${utc(
        notice.at,
      )}; the queue is empty again.`,
    };
  }
  return {
    title: `${letters(countNow)} in ${place}`,
    description: `${whyNews(claimed)} ${whose(queue.sources)}`.trim(),
  };
}

/** One of many in a list. */
export function describeShort(claimed: ClaimedNotice): string {
  const { notice, queue, countNow } = claimed;
  const place = `${queue.name} (${queue.environment})`;
  return notice.kind === 'expiring'
    ? `${place}: expires at ${utc(notice.expiresAt)}`
    : `${place}: ${letters(countNow)}`;
}

/** Messages about to be lost are critical; production matters more than a place to try things. */
export function severityOf({
  notice,
  queue,
  countNow,
}: ClaimedNotice): NotificationSeverity {
  if (notice.reason === 'imminent') {
    return 'critical';
  }
  if (notice.kind === 'filling' && countNow === 0) {
    return 'low';
  }
  return queue.isProtected || notice.kind === 'expiring' ? 'high' : 'normal';
}

function whyNews({ notice }: ClaimedNotice): string {
  switch (notice.reason) {
    case 'growing':
      return `After an hour without new ones there are more again: ${notice.previousCount} before.`;
    case 'started':
      return 'The dead-letter queue was empty before.';
    default:
      return 'They were there when Slipway first looked.';
  }
}

function whose(sources: readonly string[]): string {
  if (sources.length === 0) {
    return '';
  }
  const [first, ...rest] = sources;
  const others = rest.length > 0 ? ` and ${rest.length} more` : '';
  return `Messages of ${first}${others} could not be handled.`;
}

function letters(count: number): string {
  return count === 1
    ? '1 dead letter'
    : `${count.toLocaleString('en-US')} dead letters`;
}

/** In one time zone for all readers, who may sit in several. */
function utc(time: number | undefined): string {
  return time === undefined
    ? 'an unknown time'
    : `${new Date(time).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
