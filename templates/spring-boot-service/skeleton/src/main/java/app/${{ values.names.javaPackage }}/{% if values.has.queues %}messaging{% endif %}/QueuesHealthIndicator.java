package app.${{ values.names.javaPackage }}.messaging;

import java.util.List;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Down when a queue was not reached lately. */
public final class QueuesHealthIndicator implements HealthIndicator {
    private final QueueConsumers consumers;

    public QueuesHealthIndicator(QueueConsumers consumers) {
        this.consumers = consumers;
    }

    @Override
    public Health health() {
        List<String> notReady = consumers.notReady();
        return notReady.isEmpty()
                ? Health.up().build()
                : Health.down().withDetail("notReached", notReady).build();
    }
}
