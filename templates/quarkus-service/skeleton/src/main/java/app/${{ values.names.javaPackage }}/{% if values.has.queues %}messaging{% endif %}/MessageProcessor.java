package app.${{ values.names.javaPackage }}.messaging;

import app.${{ values.names.javaPackage }}.messaging.MessageMetrics.Outcome;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Scope;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/** Handles one message, with a span, a metric and, when it fails, a line in the log. */
public final class MessageProcessor {
    private static final Logger log = LoggerFactory.getLogger(MessageProcessor.class);

    private final EventDecoder decoder;
    private final IdempotentHandler handler;
    private final MessageMetrics metrics;
    private final Tracer tracer;

    public MessageProcessor(EventDecoder decoder, IdempotentHandler handler, MessageMetrics metrics, Tracer tracer) {
        this.decoder = decoder;
        this.handler = handler;
        this.metrics = metrics;
        this.tracer = tracer;
    }

    /**
     * Handles a message of a queue.
     *
     * @param lock time after which the message may be delivered again
     * @return whether it may be deleted
     */
    public boolean process(String queue, Message message, Duration lock) {
        long started = System.nanoTime();
        Span span = tracer.spanBuilder("process " + queue)
                .setSpanKind(SpanKind.CONSUMER)
                .setAttribute("messaging.system", "aws_sqs")
                .setAttribute("messaging.destination.name", queue)
                .setAttribute("messaging.message.id", message.messageId())
                .startSpan();
        Outcome outcome = Outcome.ERROR;
        try (Scope scope = span.makeCurrent();
                MDC.MDCCloseable requestId = MDC.putCloseable("request_id", message.messageId())) {
            outcome = handle(queue, message, lock);
        } finally {
            if (outcome != Outcome.HANDLED) {
                span.setStatus(StatusCode.ERROR, outcome.name());
            }
            span.end();
            metrics.record(queue, outcome, Duration.ofNanos(System.nanoTime() - started));
        }
        return outcome == Outcome.HANDLED;
    }

    // An error of one message, whatever it is, must not stop the others.
    private Outcome handle(String queue, Message message, Duration lock) {
        try {
            handler.handle(decoder.decode(message.body()), lock);
            return Outcome.HANDLED;
        } catch (Throwable e) {
            log.atError()
                    .setCause(e)
                    .addKeyValue("queue", queue)
                    .addKeyValue("receive_count", receiveCount(message))
                    .log("message failed");
            return outcome(e);
        }
    }

    private static Outcome outcome(Throwable failure) {
        if (failure instanceof MalformedEventException) {
            return Outcome.MALFORMED;
        }
        boolean stopped = failure instanceof InterruptedException
                || failure instanceof TimeoutException
                || Thread.currentThread().isInterrupted();
        return stopped ? Outcome.TIMEOUT : Outcome.ERROR;
    }

    static int receiveCount(Message message) {
        String count = message.attributes().get(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT);
        return count == null ? 1 : Integer.parseInt(count);
    }
}
