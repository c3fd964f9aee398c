package app.${{ values.names.javaPackage }}.publishing;

/** A topic or a queue that takes events. */
@FunctionalInterface
public interface EventDestination {
    /**
     * Sends one event.
     *
     * @param key what the order of events is kept by, on FIFO topics and queues
     * @param body the envelope as JSON
     */
    void send(EventEnvelope event, String key, String body);
}
