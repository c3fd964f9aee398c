package app.${{ values.names.javaPackage }}.messaging;

import java.time.Duration;
import java.util.List;
import org.springframework.context.SmartLifecycle;

/** Starts the consumers with the service, and stops them at the same time as the web server. */
public final class QueueConsumers implements SmartLifecycle {
    private final List<QueueConsumer> consumers;
    private final Duration shutdownTimeout;
    private volatile boolean running;

    public QueueConsumers(List<QueueConsumer> consumers, Duration shutdownTimeout) {
        this.consumers = consumers;
        this.shutdownTimeout = shutdownTimeout;
    }

    /** Names of the queues that were not reached lately. */
    public List<String> notReady() {
        return consumers.stream()
                .filter(consumer -> !consumer.ready())
                .map(consumer -> consumer.queue().name())
                .toList();
    }

    @Override
    public void start() {
        running = true;
        consumers.forEach(QueueConsumer::start);
    }

    @Override
    public void stop() {
        running = false;
        consumers.forEach(QueueConsumer::stop);
        long end = System.nanoTime() + shutdownTimeout.toNanos();
        try {
            for (QueueConsumer consumer : consumers) {
                consumer.awaitStop(Duration.ofNanos(end - System.nanoTime()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void stop(Runnable callback) {
        Thread thread = new Thread(
                () -> {
                    stop();
                    callback.run();
                },
                "consumers-stop");
        thread.start();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        // That of the web server: requests and messages are finished at the same time, within the same timeout.
        return SmartLifecycle.DEFAULT_PHASE - 1024;
    }
}
