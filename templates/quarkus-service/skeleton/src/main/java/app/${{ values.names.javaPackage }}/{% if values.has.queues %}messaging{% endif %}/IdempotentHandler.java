package app.${{ values.names.javaPackage }}.messaging;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets each event reach the handler once, also when it is delivered again. */
public final class IdempotentHandler {
    private static final Logger log = LoggerFactory.getLogger(IdempotentHandler.class);

    private final EventHandler handler;
    private final IdempotencyStore store;

    public IdempotentHandler(EventHandler handler, IdempotencyStore store) {
        this.handler = handler;
        this.store = store;
    }

    /**
     * Handles the event unless that was done before.
     *
     * @param lock time after which another worker may take the event
     * @throws Exception when the event is to be tried again later
     */
    public void handle(Event event, Duration lock) throws Exception {
        switch (store.claim(event.eventId(), lock)) {
            case DONE -> log.info("event {} was handled before", event.eventId());
            case BUSY -> throw new IllegalStateException("another worker has the event in hand");
            case GRANTED -> handleClaimed(event);
        }
    }

    private void handleClaimed(Event event) throws Exception {
        try {
            handler.handle(event);
        } catch (Exception failure) {
            try {
                store.release(event.eventId());
            } catch (RuntimeException e) {
                failure.addSuppressed(e);
            }
            throw failure;
        }
        store.complete(event.eventId());
    }
}
