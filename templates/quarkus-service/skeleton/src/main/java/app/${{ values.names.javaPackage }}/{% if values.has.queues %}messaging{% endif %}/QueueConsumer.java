package app.${{ values.names.javaPackage }}.messaging;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/** A loop over one queue. It takes a batch only when the one before is done: that is its backpressure. */
public final class QueueConsumer {
    private static final Logger log = LoggerFactory.getLogger(QueueConsumer.class);
    private static final int BATCH_SIZE = 10;
    private static final int LONG_POLL_SECONDS = 20;
    private static final Duration FIRST_DELAY = Duration.ofSeconds(1);
    private static final Duration LAST_DELAY = Duration.ofSeconds(30);
    // A consumer that has not been able to ask for messages for this long, and has none in hand, is not ready.
    private static final Duration READY_FOR = Duration.ofSeconds(90);

    private final SqsClient sqs;
    private final Queue queue;
    private final ExecutorService threads;
    private final BatchProcessor batches;
    private final MessageSettler settler;
    private final Thread loop;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Object pollLock = new Object();
    private boolean polling;
    private volatile boolean working;
    private volatile Instant received = Instant.EPOCH;

    public QueueConsumer(SqsClient sqs, Queue queue, MessageProcessor processor) {
        this.sqs = sqs;
        this.queue = queue;
        threads = Executors.newFixedThreadPool(BATCH_SIZE);
        batches = new BatchProcessor(queue, processor, threads);
        settler = new MessageSettler(sqs, queue);
        loop = new Thread(this::run, "consumer-" + queue.name());
    }

    public Queue queue() {
        return queue;
    }

    public void start() {
        loop.start();
    }

    /** Whether the queue was reached lately. */
    public boolean ready() {
        return stopping.getCount() > 0 && (working || received.plus(READY_FOR).isAfter(Instant.now()));
    }

    /** Takes no more messages. Those in hand go on. */
    public void stop() {
        stopping.countDown();
        synchronized (pollLock) {
            if (polling) {
                loop.interrupt();
            }
        }
    }

    /** Waits until the messages in hand are finished, and interrupts them when the time is over. */
    public void awaitStop(Duration timeout) throws InterruptedException {
        loop.join(Math.max(1, timeout.toMillis()));
        threads.shutdownNow();
        // The last word to SQS about those that were cut off.
        loop.join(Duration.ofSeconds(2).toMillis());
    }

    private void run() {
        Duration delay = FIRST_DELAY;
        while (stopping.getCount() > 0) {
            try {
                List<Message> batch = receive();
                received = Instant.now();
                delay = FIRST_DELAY;
                process(batch);
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                if (!pause(e, delay)) {
                    return;
                }
                delay = delay.multipliedBy(2).compareTo(LAST_DELAY) < 0 ? delay.multipliedBy(2) : LAST_DELAY;
            }
        }
    }

    /** False when the consumer is to stop. */
    private boolean pause(RuntimeException failure, Duration delay) {
        if (stopping.getCount() == 0) {
            return false;
        }
        log.error("receiving from {} failed, next try in {} s", queue.name(), delay.toSeconds(), failure);
        try {
            return !stopping.await(delay.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            return false;
        }
    }

    private List<Message> receive() {
        synchronized (pollLock) {
            if (stopping.getCount() == 0) {
                return List.of();
            }
            polling = true;
        }
        try {
            // The first call does not wait, so that the service is ready at once.
            int wait = received.equals(Instant.EPOCH) ? 0 : LONG_POLL_SECONDS;
            return sqs.receiveMessage(request -> request.queueUrl(queue.url())
                            .maxNumberOfMessages(BATCH_SIZE)
                            .waitTimeSeconds(wait)
                            .visibilityTimeout((int) queue.visibilityTimeout().toSeconds())
                            .messageSystemAttributeNames(
                                    MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT,
                                    MessageSystemAttributeName.MESSAGE_GROUP_ID))
                    .messages();
        } finally {
            synchronized (pollLock) {
                polling = false;
                // An interrupt was meant for the call above, not for the messages that it may have brought.
                Thread.interrupted();
            }
        }
    }

    private void process(List<Message> batch) throws InterruptedException {
        if (batch.isEmpty()) {
            return;
        }
        working = true;
        try {
            List<Message> handled = batches.process(batch);
            settler.delete(handled);
            settler.retryLater(batch.stream().filter(message -> !handled.contains(message)).toList());
        } finally {
            working = false;
            received = Instant.now();
        }
    }
}
