import { AuditorService, LoggerService } from '@backstage/backend-plugin-api';
import { parseEntityRef } from '@backstage/catalog-model';
import { NotificationService } from '@backstage/plugin-notifications-node';
import { SignalsService } from '@backstage/plugin-signals-node';
import { QUEUES_CHANNEL } from '@slipway/plugin-queues-common';
import { queueId } from '../services/toQueueState';
import { RedriveRecord } from '../store/RedriveStore';
import { RedriveEvents } from './RedriveEvents';
import { redriveText } from './redriveText';

/** What {@link DefaultRedriveEvents} tells people with. */
export interface RedriveEventsDeps {
  readonly auditor: AuditorService;
  readonly logger: LoggerService;
  readonly notifications: NotificationService;
  readonly signals: SignalsService;
  /** Makes pages read the counts of a queue anew. */
  readonly forget: (record: RedriveRecord) => void;
}

/** {@link RedriveEvents} by signal, notification and audit. */
export class DefaultRedriveEvents implements RedriveEvents {
  readonly #deps: RedriveEventsDeps;

  constructor(deps: RedriveEventsDeps) {
    this.#deps = deps;
  }

  async started(record: RedriveRecord): Promise<void> {
    await this.changed(record);
    await this.#notify(record);
  }

  async changed(record: RedriveRecord): Promise<void> {
    this.#deps.forget(record);
    await this.#quietly('A signal was not sent', () =>
      this.#deps.signals.publish({
        recipients: { type: 'broadcast' },
        channel: QUEUES_CHANNEL,
        message: { ids: [queueId(record.queueArn)] },
      }),
    );
  }

  async finished(record: RedriveRecord): Promise<void> {
    await this.changed(record);
    await this.#quietly('The end of a redrive was not audited', () =>
      this.#audit(record),
    );
    await this.#notify(record);
  }

  async #audit(record: RedriveRecord): Promise<void> {
    const { id, queue, environment, kind, startedBy, cancelledBy } = record;
    const event = await this.#deps.auditor.createEvent({
      eventId: 'redrive-finish',
      severityLevel: 'medium',
      meta: {
        redriveId: id,
        kind,
        queue,
        environment,
        entityRef: record.entityRef,
        startedBy,
        ...(cancelledBy && { cancelledBy }),
        before: { toMove: record.toMove ?? null },
        after: { status: record.status, moved: record.moved },
      },
    });
    if (record.status === 'failed' || record.status === 'interrupted') {
      await event.fail({ error: new Error(record.failure ?? record.status) });
    } else {
      await event.success();
    }
  }

  /** One notification a redrive: what comes later replaces what was said before. */
  async #notify(record: RedriveRecord): Promise<void> {
    const { owners, startedBy, entityRef, status } = record;
    const { kind, namespace, name } = parseEntityRef(entityRef);
    const bad = status === 'failed' || status === 'interrupted';
    await this.#quietly('Owners were not told about a redrive', () =>
      this.#deps.notifications.send({
        recipients: {
          type: 'entity',
          entityRef: [...new Set([...owners, startedBy])],
        },
        payload: {
          ...redriveText(record),
          link: `/catalog/${namespace}/${kind}/${name}/queues`,
          severity: bad ? 'high' : 'normal',
          topic: 'queue-redrives',
          scope: `queue-redrive:${record.id}`,
        },
      }),
    );
  }

  async #quietly(what: string, tell: () => Promise<void>): Promise<void> {
    try {
      await tell();
    } catch (error) {
      this.#deps.logger.warn(`${what}: ${error}`);
    }
  }
}
