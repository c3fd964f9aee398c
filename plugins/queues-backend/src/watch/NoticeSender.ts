import { LoggerService } from '@backstage/backend-plugin-api';
import { ForwardedError } from '@backstage/errors';
import { NotificationService } from '@backstage/plugin-notifications-node';
import { composeNotifications } from './composeNotifications';
import { ClaimedNotice, WatchStore } from './WatchStore';

/** What could not be sent for this long is old news. */
const GIVE_UP_MS = 3 * 24 * 60 * 60_000;

/** Sends the notices that are due, each by one replica; what cannot be sent stays for the next time. */
export class NoticeSender {
  readonly #store: WatchStore;
  readonly #notifications: NotificationService;
  readonly #logger: LoggerService;

  constructor(deps: {
    store: WatchStore;
    notifications: NotificationService;
    logger: LoggerService;
  }) {
    this.#store = deps.store;
    this.#notifications = deps.notifications;
    this.#logger = deps.logger;
  }

  async sendDue(now: number): Promise<void> {
    const { claim, notices } = await this.#store.claim(now);
    const moot = notices.filter(isMoot);
    await this.#store.done(claim, moot);
    const due = notices.filter(notice => !isMoot(notice));
    for (const { send, notices: told } of composeNotifications(due)) {
      try {
        await this.#notifications.send(send);
        // After the send: a crash in between sends the same once more, which takes the place of the first.
        await this.#store.done(claim, told);
      } catch (error) {
        await this.#keepForLater(claim, told, now, error);
      }
    }
  }

  async #keepForLater(
    claim: string,
    notices: readonly ClaimedNotice[],
    now: number,
    error: unknown,
  ): Promise<void> {
    const [{ queue }] = notices;
    const old = notices.filter(one => now - one.createdAt > GIVE_UP_MS);
    await this.#store.done(claim, old);
    this.#logger.warn(
      `${queue.owner} could not be notified about ${queue.name}${
        old.length > 0 ? ', for days now' : '; tried again soon'
      }`,
      new ForwardedError('Sending failed', error),
    );
  }
}

/** Nothing is about to be lost any more: redriven, or deleted by hand. */
function isMoot({ notice, countNow }: ClaimedNotice): boolean {
  return notice.kind === 'expiring' && countNow === 0;
}
