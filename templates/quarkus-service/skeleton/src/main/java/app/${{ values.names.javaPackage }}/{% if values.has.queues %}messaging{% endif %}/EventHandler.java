package app.${{ values.names.javaPackage }}.messaging;

/** What the service does with an event. */
@FunctionalInterface
public interface EventHandler {
    /**
     * Works on one event. Runs in one of several threads, which is interrupted when the message is about to become
     * visible again.
     *
     * @throws Exception when the event is to be tried again later
     */
    void handle(Event event) throws Exception;
}
