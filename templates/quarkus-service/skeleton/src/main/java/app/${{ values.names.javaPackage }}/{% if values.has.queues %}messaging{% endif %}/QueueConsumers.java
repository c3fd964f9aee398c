package app.${{ values.names.javaPackage }}.messaging;

import app.${{ values.names.javaPackage }}.config.ServiceSettings;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import software.amazon.awssdk.services.sqs.SqsClient;

/** One consumer for each queue in the environment, started and stopped with the service. */
@Singleton
public class QueueConsumers {
    private final List<QueueConsumer> consumers;
    private final Duration shutdownTimeout;

    QueueConsumers(SqsClient sqs, MessageProcessor processor, MessageMetrics metrics, ServiceSettings settings) {
        shutdownTimeout = settings.shutdownTimeout();
        consumers = settings.queues().values().stream()
                .map(queue -> new Queue(queue.url(), queue.visibilityTimeout()))
                .peek(queue -> metrics.register(queue.name()))
                .map(queue -> new QueueConsumer(sqs, queue, processor))
                .toList();
    }

    /** Names of the queues that were not reached lately. */
    public List<String> notReady() {
        return consumers.stream()
                .filter(consumer -> !consumer.ready())
                .map(consumer -> consumer.queue().name())
                .toList();
    }

    void start(@Observes StartupEvent event) {
        consumers.forEach(QueueConsumer::start);
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        consumers.forEach(QueueConsumer::stop);
        long end = System.nanoTime() + shutdownTimeout.toNanos();
        for (QueueConsumer consumer : consumers) {
            consumer.awaitStop(Duration.ofNanos(end - System.nanoTime()));
        }
    }
}
