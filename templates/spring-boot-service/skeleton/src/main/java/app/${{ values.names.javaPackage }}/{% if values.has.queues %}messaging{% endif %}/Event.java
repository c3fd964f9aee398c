package app.${{ values.names.javaPackage }}.messaging;

import java.time.Instant;
import tools.jackson.databind.JsonNode;

/**
 * The envelope that all producers of the platform send.
 *
 * @param eventId the same however often the event is delivered
 * @param payload what the event is about, as {@code eventType} and {@code eventVersion} say
 */
public record Event(
        String eventType, String eventVersion, String eventId, Instant timestamp, JsonNode payload) {}
