{% if not values.has.http and (values.has.publishes or values.has.sends) %}
import type { EventPublisher } from '../events/EventPublisher.js';
{% endif %}
import { parseEvent, type PlatformEvent } from '../events/event.js';
{% if values.has.http or values.has.postgres or values.has.table or values.has.redis %}
import type { RecordStore } from '../records/RecordStore.js';
{% endif %}
import type { Logger } from '../telemetry/logging.js';
import type { IdempotencyStore } from './IdempotencyStore.js';

{% if not values.has.http and (values.has.publishes or values.has.sends) %}
const HANDLED = 'EventHandled';

{% endif %}
/** Does the work of the service. */
export class EventHandler {
  constructor(
    private readonly idempotency: Pick<IdempotencyStore, 'once'>,
{% if values.has.http or values.has.postgres or values.has.table or values.has.redis %}
    private readonly store: RecordStore,
{% endif %}
{% if not values.has.http and (values.has.publishes or values.has.sends) %}
    private readonly publisher: Pick<EventPublisher, 'publish'>,
{% endif %}
    private readonly log: Logger,
  ) {}

  /** An error means that the message is tried again later. */
  async handle(body: string, leaseSeconds: number): Promise<void> {
    const event = parseEvent(body);
    await this.idempotency.once(event.eventId, leaseSeconds, () => this.#work(event));
  }

  /** The place for what happens on an event. A worker may die in the middle, so it must come out the same when done again. */
  async #work(event: PlatformEvent): Promise<void> {
{% if values.has.http or values.has.postgres or values.has.table or values.has.redis %}
    await this.store.save({
      id: event.eventId,
      type: event.eventType,
      data: event.payload,
      createdAt: event.timestamp ?? new Date().toISOString(),
    });
{% endif %}
{% if not values.has.http and (values.has.publishes or values.has.sends) %}
    // A service that hears the topic it publishes to must not answer itself.
    if (event.eventType !== HANDLED) await this.publisher.publish(HANDLED, 1, { eventId: event.eventId });
{% endif %}
    this.log.info({ eventId: event.eventId, eventType: event.eventType }, 'handled');
  }
}
