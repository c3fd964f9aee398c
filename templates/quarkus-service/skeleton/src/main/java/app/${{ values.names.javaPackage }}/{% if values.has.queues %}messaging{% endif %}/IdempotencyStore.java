package app.${{ values.names.javaPackage }}.messaging;

import java.time.Duration;

/** Remembers which events were handled: SQS delivers at least once. */
public interface IdempotencyStore {
    /** What is known of an event. */
    enum Claim {
        /** The caller may handle it, and then completes or releases it. */
        GRANTED,
        /** Another worker has it in hand. */
        BUSY,
        /** It was handled before. */
        DONE
    }

    /** Takes an event for as long as {@code lock}, so that one whose worker died can be taken again after that. */
    Claim claim(String eventId, Duration lock);

    /** Remembers that the claimed event was handled. */
    void complete(String eventId);

    /** Gives the claimed event back, to be tried again. */
    void release(String eventId);
}
