package app.${{ values.names.javaPackage }}.publishing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.util.List;

/** Sends events to every destination in the environment. */
public final class EventPublisher {
    private final List<EventDestination> destinations;
    private final ObjectMapper json;
    private final Clock clock;

    public EventPublisher(List<EventDestination> destinations, ObjectMapper json, Clock clock) {
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
        String body = toJson(event);
        destinations.forEach(destination -> destination.send(event, key, body));
    }

    private String toJson(EventEnvelope event) {
        try {
            return json.writeValueAsString(event);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the payload of " + event.eventType() + " is no JSON", e);
        }
    }
}
