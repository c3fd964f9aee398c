package app.${{ values.names.javaPackage }}.publishing;

import java.time.Clock;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** Sends events to every destination in the environment. */
public final class EventPublisher {
    private final List<EventDestination> destinations;
    private final JsonMapper json;
    private final Clock clock;

    public EventPublisher(List<EventDestination> destinations, JsonMapper json, Clock clock) {
        this.destinations = List.copyOf(destinations);
        this.json = json;
        this.clock = clock;
    }

    /**
     * Sends an event, and returns when every destination has it.
     *
     * @param eventId the same when the same event is sent again, so that consumers handle it once
     * @param key id of what the event is about: those of one key stay in order on FIFO topics and queues
     */
    public void publish(String eventType, String eventId, String key, Object payload) {
        EventEnvelope event = new EventEnvelope(eventType, "1", eventId, clock.instant(), payload);
        String body = json.writeValueAsString(event);
        destinations.forEach(destination -> destination.send(event, key, body));
    }
}
