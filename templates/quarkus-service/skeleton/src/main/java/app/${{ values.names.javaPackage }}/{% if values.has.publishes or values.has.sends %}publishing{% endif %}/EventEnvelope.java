package app.${{ values.names.javaPackage }}.publishing;

import java.time.Instant;

/**
 * What is sent: the envelope of all events of the platform.
 *
 * @param eventId the same when the event is sent again
 */
public record EventEnvelope(
        String eventType, String eventVersion, String eventId, Instant timestamp, Object payload) {}
