package app.${{ values.names.javaPackage }}.messaging;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.format.DateTimeParseException;

/** Reads the envelope, whether it was sent straight to the queue, through SNS or through EventBridge. */
public final class EventDecoder {
    private final ObjectMapper json;

    public EventDecoder(ObjectMapper json) {
        this.json = json;
    }

    /**
     * Reads one message.
     *
     * @throws MalformedEventException when the body is not an event
     */
    public Event decode(String body) {
        return toEvent(parse(body));
    }

    private Event toEvent(JsonNode node) {
        if (node.has("eventType")) {
            return envelope(node);
        }
        // https://docs.aws.amazon.com/eventbridge/latest/ref/overiew-event-structure.html
        if (node.has("detail-type")) {
            JsonNode detail = node.path("detail");
            return detail.has("eventType")
                    ? envelope(detail)
                    : new Event(
                            required(node, "detail-type"), "1", required(node, "id"), time(node, "time"), detail);
        }
        // https://docs.aws.amazon.com/sns/latest/dg/sns-message-and-json-formats.html: without raw delivery.
        if (node.path("Message").isTextual()) {
            return toEvent(parse(node.path("Message").textValue()));
        }
        throw new MalformedEventException("the message is not an event: it has no eventType");
    }

    private static Event envelope(JsonNode node) {
        String version = node.path("eventVersion").asText("1");
        return new Event(
                required(node, "eventType"),
                version,
                required(node, "eventId"),
                time(node, "timestamp"),
                node.path("payload"));
    }

    private JsonNode parse(String body) {
        try {
            return json.readTree(body);
        } catch (JacksonException e) {
            // The message of the cause holds a piece of the body, which may be personal data: it stays out of the log.
            throw new MalformedEventException("the message is not JSON: " + e.getClass().getSimpleName());
        }
    }

    private static String required(JsonNode node, String field) {
        JsonNode value = node.path(field);
        if (!value.isTextual() || value.textValue().isBlank()) {
            throw new MalformedEventException(field + " is required");
        }
        return value.textValue();
    }

    private static Instant time(JsonNode node, String field) {
        try {
            return Instant.parse(required(node, field));
        } catch (DateTimeParseException e) {
            throw new MalformedEventException(field + " must be a time such as 2026-01-31T12:00:00Z", e);
        }
    }
}
