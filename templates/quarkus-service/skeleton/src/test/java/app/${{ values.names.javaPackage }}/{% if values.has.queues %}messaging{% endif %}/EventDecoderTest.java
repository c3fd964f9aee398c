package app.${{ values.names.javaPackage }}.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventDecoderTest {
    private static final String ENVELOPE = """
            {"eventType":"ItemRequested","eventVersion":2,"eventId":"e-1","timestamp":"2026-01-31T12:00:00Z",
             "payload":{"name":"pen"},"more":true}""";

    private final ObjectMapper json = new ObjectMapper();
    private final EventDecoder decoder = new EventDecoder(json);

    @Test
    void readsAnEnvelope() {
        Event event = decoder.decode(ENVELOPE);
        assertThat(event.eventType()).isEqualTo("ItemRequested");
        assertThat(event.eventVersion()).isEqualTo("2");
        assertThat(event.eventId()).isEqualTo("e-1");
        assertThat(event.timestamp()).isEqualTo(Instant.parse("2026-01-31T12:00:00Z"));
        assertThat(event.payload().path("name").asText()).isEqualTo("pen");
    }

    @Test
    void readsAnEnvelopeThatCameThroughEventBridge() {
        Event event = decoder.decode("""
                {"id":"b-1","detail-type":"Other","time":"2026-01-31T12:00:01Z","detail":%s}""".formatted(ENVELOPE));
        assertThat(event.eventId()).isEqualTo("e-1");
        assertThat(event.eventType()).isEqualTo("ItemRequested");
    }

    @Test
    void takesAnEventOfEventBridgeWithoutEnvelopeByItsOwnId() {
        Event event = decoder.decode("""
                {"id":"b-1","detail-type":"ItemRequested","time":"2026-01-31T12:00:01Z",
                 "detail":{"name":"pen"}}""");
        assertThat(event.eventId()).isEqualTo("b-1");
        assertThat(event.payload().path("name").asText()).isEqualTo("pen");
    }

    @Test
    void readsAnEnvelopeInANotificationOfSns() throws Exception {
        String notification = json.writeValueAsString(Map.of("Type", "Notification", "Message", ENVELOPE));
        assertThat(decoder.decode(notification).eventId()).isEqualTo("e-1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "not json",
                "null",
                "[]",
                "{}",
                "{\"eventType\":\"A\"}",
                "{\"eventType\":7,\"eventId\":\"e\",\"timestamp\":\"2026-01-31T12:00:00Z\"}",
                "{\"eventType\":\"A\",\"eventId\":\" \",\"timestamp\":\"2026-01-31T12:00:00Z\"}",
                "{\"eventType\":\"A\",\"eventId\":\"e\",\"timestamp\":\"yesterday\"}",
                "{\"Message\":\"not json\"}"
            })
    void refusesWhatIsNotAnEvent(String body) {
        assertThatExceptionOfType(MalformedEventException.class).isThrownBy(() -> decoder.decode(body));
    }
}
