package app.${{ values.names.javaPackage }}.messaging;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/**
 * The envelope that all producers of the platform send.
 *
 * @param eventId the same however often the event is delivered
 * @param payload what the event is about, as {@code eventType} and {@code eventVersion} say
 */
public record Event(
        String eventType, String eventVersion, String eventId, Instant timestamp, JsonNode payload) {}
