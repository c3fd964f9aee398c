import {
  createServiceFactory,
  ServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  EventParams,
  EventsService,
  EventsServiceSubscribeOptions,
  eventsServiceRef,
} from '@backstage/plugin-events-node';

/** Hands on events as Backstage's bus does between replicas: of all subscribers of one id, one gets each event. */
export class EventHub {
  readonly #subscribers: EventsServiceSubscribeOptions[] = [];

  /** The events service of one replica. */
  service(): ServiceFactory {
    const service: EventsService = {
      publish: event => this.publish(event),
      subscribe: async options => {
        this.#subscribers.push(options);
      },
    };
    return createServiceFactory({
      service: eventsServiceRef,
      deps: {},
      factory: () => service,
    });
  }

  async publish(event: EventParams): Promise<void> {
    const wanted = this.#subscribers.filter(({ topics }) =>
      topics.includes(event.topic),
    );
    const ids = [...new Set(wanted.map(({ id }) => id))];
    const first = ids.flatMap(id => wanted.find(each => each.id === id) ?? []);
    await Promise.all(first.map(({ onEvent }) => onEvent(event)));
  }

  /** Hands an event to all, as GitHub's retries and replicas that start anew do. */
  async replay(event: EventParams): Promise<void> {
    const wanted = this.#subscribers.filter(({ topics }) =>
      topics.includes(event.topic),
    );
    await Promise.all(wanted.map(({ onEvent }) => onEvent(event)));
  }
}
