import { LoggerService } from '@backstage/backend-plugin-api';
import { ForwardedError } from '@backstage/errors';
import { NotificationService } from '@backstage/plugin-notifications-node';
import { ClaimedNotice, NoticeStore } from './Notice';

/** What could not be sent for this long is old news. */
const GIVE_UP_MS = 3 * 24 * 60 * 60_000;

/** Sends what waits, each by one replica; what cannot be sent stays for the next time. */
export class NoticeSender {
  readonly #store: NoticeStore;
  readonly #notifications: NotificationService;
  readonly #logger: LoggerService;

  constructor(deps: {
    store: NoticeStore;
    notifications: NotificationService;
    logger: LoggerService;
  }) {
    this.#store = deps.store;
    this.#notifications = deps.notifications;
    this.#logger = deps.logger;
  }

  /** @throws when the database is gone */
  async sendDue(now: number): Promise<void> {
    const { claim, notices } = await this.#store.claim(now);
    for (const notice of notices) {
      try {
        await this.#send(notice);
        // After the send: a crash in between sends the same once more, which takes the place of the first.
        await this.#store.done(claim, notice, now);
      } catch (error) {
        const isOld = now - notice.createdAt > GIVE_UP_MS;
        if (isOld) await this.#store.done(claim, notice, now);
        this.#logger.warn(
          `People could not be told that change ${notice.number} moved`,
          new ForwardedError('Sending failed', error),
        );
      }
    }
  }

  async #send(notice: ClaimedNotice): Promise<void> {
    const { number, recipients, except } = notice;
    await this.#notifications.send({
      recipients: {
        type: 'entity',
        entityRef: [...recipients],
        excludeEntityRef: [...except],
      },
      payload: {
        title: notice.title,
        description: notice.description,
        severity: notice.severity,
        link: `/infra-prs/${number}`,
        topic: 'Infrastructure changes',
        // Of one change only the last news is worth a line.
        scope: `${notice.isAlarm ? 'alarm' : 'change'}:${number}`,
      },
    });
  }
}
