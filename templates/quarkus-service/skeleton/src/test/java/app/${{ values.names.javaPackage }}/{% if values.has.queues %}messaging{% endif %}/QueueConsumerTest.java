package app.${{ values.names.javaPackage }}.messaging;

import static app.${{ values.names.javaPackage }}.messaging.FakeSqs.message;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.services.sqs.model.SqsException;

@Timeout(30)
class QueueConsumerTest {
    private static final String URL = "https://sqs.eu-west-1.amazonaws.com/111111111111/dev-test";

    private final FakeSqs sqs = new FakeSqs();
    private final InMemoryIdempotencyStore store = new InMemoryIdempotencyStore();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final ConcurrentLinkedQueue<String> attempted = new ConcurrentLinkedQueue<>();

    @Test
    void deletesWhatWasHandledAndOnlyThat() throws Exception {
        sqs.batches.add(() -> List.of(message("good", "", 1), message("bad", "", 3), message("fine", "", 1)));
        sqs.batches.add(() -> List.of(message("good", "", 2)));
        CountDownLatch handled = new CountDownLatch(3);
        QueueConsumer consumer = consumer(new Queue(URL, Duration.ofSeconds(60)), event -> {
            attempted.add(event.eventId());
            handled.countDown();
            if (event.eventId().equals("bad")) {
                throw new IllegalStateException("no");
            }
        });
        runUntil(consumer, handled);
        // The last one was delivered again, and was not handled again.
        assertThat(sqs.deleted).containsExactly("good", "fine", "good");
        assertThat(attempted).containsExactlyInAnyOrder("good", "bad", "fine");
        assertThat(sqs.hiddenFor).containsOnly(Map.entry("bad", 8));
        assertThat(store.has("bad")).isFalse();
        assertThat(count("")).isEqualTo(3);
        assertThat(count("error")).isEqualTo(1);
        assertThat(sqs.received.get(0).maxNumberOfMessages()).isEqualTo(10);
        assertThat(sqs.received.get(1).waitTimeSeconds()).isEqualTo(20);
        assertThat(consumer.ready()).isFalse();
    }

    @Test
    void holdsTheRestOfAGroupBackBehindAFailure() throws Exception {
        sqs.batches.add(() -> List.of(
                message("a1", "a", 1), message("b1", "b", 1), message("a2", "a", 1), message("b2", "b", 1)));
        CountDownLatch handled = new CountDownLatch(3);
        runUntil(
                consumer(new Queue(URL + ".fifo", Duration.ofSeconds(60)), event -> {
                    attempted.add(event.eventId());
                    handled.countDown();
                    if (event.eventId().equals("a1")) {
                        throw new IllegalStateException("no");
                    }
                }),
                handled);
        assertThat(sqs.deleted).containsExactly("b1", "b2");
        assertThat(attempted).containsExactlyInAnyOrder("a1", "b1", "b2");
        assertThat(sqs.hiddenFor).containsOnlyKeys("a1", "a2");
    }

    @Test
    void stopsAMessageBeforeItBecomesVisibleAgain() throws Exception {
        sqs.batches.add(() -> List.of(message("slow", "", 1), message("quick", "", 1)));
        CountDownLatch interrupted = new CountDownLatch(1);
        runUntil(
                consumer(new Queue(URL, Duration.ofSeconds(1)), event -> {
                    if (event.eventId().equals("slow")) {
                        try {
                            Thread.sleep(20_000);
                        } finally {
                            interrupted.countDown();
                        }
                    }
                }),
                interrupted);
        assertThat(sqs.deleted).containsExactly("quick");
        assertThat(sqs.hiddenFor).containsOnlyKeys("slow");
    }

    @Test
    void finishesWhatIsInHandWhenItIsStopped() throws Exception {
        sqs.batches.add(() -> List.of(message("slow", "", 1)));
        CountDownLatch started = new CountDownLatch(1);
        runUntil(
                consumer(new Queue(URL, Duration.ofSeconds(60)), event -> {
                    started.countDown();
                    Thread.sleep(300);
                }),
                started);
        assertThat(sqs.deleted).containsExactly("slow");
    }

    @Test
    void goesOnAfterAnErrorOfSqs() throws Exception {
        sqs.batches.add(() -> {
            throw SqsException.builder().message("throttled").build();
        });
        sqs.batches.add(() -> List.of(message("later", "", 1)));
        CountDownLatch handled = new CountDownLatch(1);
        runUntil(consumer(new Queue(URL, Duration.ofSeconds(60)), event -> handled.countDown()), handled);
        assertThat(sqs.deleted).containsExactly("later");
    }

    private QueueConsumer consumer(Queue queue, EventHandler handler) {
        MessageProcessor processor = new MessageProcessor(
                new EventDecoder(new ObjectMapper()),
                new IdempotentHandler(handler, store),
                new MessageMetrics(meters),
                OpenTelemetry.noop().getTracer("test"));
        return new QueueConsumer(sqs, queue, processor);
    }

    private void runUntil(QueueConsumer consumer, CountDownLatch latch) throws InterruptedException {
        consumer.start();
        assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        // Batches that wait are taken before the consumer is told to stop.
        while (!sqs.batches.isEmpty()) {
            Thread.sleep(10);
        }
        consumer.stop();
        consumer.awaitStop(Duration.ofSeconds(10));
    }

    private long count(String errorType) {
        return meters.get("messaging.process.duration")
                .tag("error.type", errorType)
                .timer()
                .count();
    }
}
