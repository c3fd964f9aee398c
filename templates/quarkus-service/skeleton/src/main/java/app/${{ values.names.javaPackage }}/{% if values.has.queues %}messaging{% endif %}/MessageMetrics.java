package app.${{ values.names.javaPackage }}.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;

/**
 * Counts and times messages under the names of the
 * <a href="https://opentelemetry.io/docs/specs/semconv/messaging/messaging-metrics/">OpenTelemetry conventions</a>.
 */
public final class MessageMetrics {
    /** How a message went, as the label {@code error_type}: a label must never hold what came from a message. */
    public enum Outcome {
        HANDLED(""),
        MALFORMED("malformed"),
        TIMEOUT("timeout"),
        ERROR("error");

        private final String errorType;

        Outcome(String errorType) {
            this.errorType = errorType;
        }
    }

    private static final Duration[] BUCKETS = {
        Duration.ofMillis(5),
        Duration.ofMillis(25),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofMillis(2500),
        Duration.ofSeconds(5),
        Duration.ofSeconds(10)
    };

    private final MeterRegistry registry;

    public MessageMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    /** Makes the series of a queue exist from the start, so that a rate over them has a first value to count from. */
    public void register(String queue) {
        timer(queue, Outcome.HANDLED);
        timer(queue, Outcome.ERROR);
    }

    public void record(String queue, Outcome outcome, Duration duration) {
        timer(queue, outcome).record(duration);
    }

    private Timer timer(String queue, Outcome outcome) {
        return Timer.builder("messaging.process.duration")
                .description("Time it took to process a message.")
                .tag("messaging.system", "aws_sqs")
                .tag("messaging.destination.name", queue)
                .tag("error.type", outcome.errorType)
                .serviceLevelObjectives(BUCKETS)
                .register(registry);
    }
}
