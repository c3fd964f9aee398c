import { parseEntityRef } from '@backstage/catalog-model';
import { NotificationPayload } from '@backstage/plugin-notifications-common';
import { NotificationSendOptions } from '@backstage/plugin-notifications-node';
import { groupBy } from './groupBy';
import { describeNotice, describeShort, severityOf } from './noticeText';
import { ClaimedNotice } from './WatchStore';

/** More queues than this at once are told in one notification. */
const APART_AT_MOST = 3;
const LISTED_AT_MOST = 5;
/** Most urgent first. */
const SEVERITIES = ['critical', 'high', 'normal', 'low'] as const;

/** A notification and the notices that it tells. */
export interface ComposedNotification {
  readonly send: NotificationSendOptions;
  readonly notices: readonly ClaimedNotice[];
}

/**
 * Notifications to each owner: one for each queue and kind of news, of which a later one takes the place of the earlier; one
 * for all when an outage fills many queues at once. Pure.
 */
export function composeNotifications(
  notices: readonly ClaimedNotice[],
): ComposedNotification[] {
  const byOwner = groupBy(notices, ({ queue }) => queue.owner);
  return [...byOwner].flatMap(([owner, all]) => {
    const queues = new Set(all.map(({ queue }) => queue.arn));
    return queues.size > APART_AT_MOST
      ? [{ send: to(owner, summary(owner, all, queues.size)), notices: all }]
      : all.map(one => ({ send: to(owner, single(one)), notices: [one] }));
  });
}

function to(
  entityRef: string,
  payload: NotificationPayload,
): NotificationSendOptions {
  return { recipients: { type: 'entity', entityRef }, payload };
}

function single(claimed: ClaimedNotice): NotificationPayload {
  const { notice, queue } = claimed;
  return {
    ...describeNotice(claimed),
    severity: severityOf(claimed),
    link: queuesTabOf(queue.entityRef),
    topic: notice.kind === 'filling' ? 'Dead letters' : 'Dead letters expiring',
    scope: `dead-letters:${notice.kind}:${queue.environment}:${queue.name}`,
  };
}

function summary(
  owner: string,
  notices: readonly ClaimedNotice[],
  queues: number,
): NotificationPayload {
  const rank = (claimed: ClaimedNotice) =>
    SEVERITIES.indexOf(severityOf(claimed));
  const sorted = [...notices].sort(
    (a, b) => rank(a) - rank(b) || b.countNow - a.countNow,
  );
  const listed = sorted.slice(0, LISTED_AT_MOST).map(describeShort);
  const more = notices.length - listed.length;
  return {
    title: `${queues} dead-letter queues need a look`,
    description: [...listed, ...(more > 0 ? [`and ${more} more`] : [])].join(
      '; ',
    ),
    severity: severityOf(sorted[0]),
    link: '/queues?team=mine',
    topic: 'Dead letters',
    scope: `dead-letters:many:${owner}`,
  };
}

/** The entity's Queues tab, relative to the portal. */
function queuesTabOf(entityRef: string): string {
  const { kind, namespace, name } = parseEntityRef(entityRef);
  const path = [namespace, kind, name].map(part =>
    encodeURIComponent(part.toLocaleLowerCase('en-US')),
  );
  return `/catalog/${path.join('/')}/queues`;
}
