package app.${{ values.names.javaPackage }}.messaging;

import java.util.List;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.Message;

/** Tells SQS how messages went: handled ones are deleted, failed ones come again after a while. */
final class MessageSettler {
    private static final Logger log = LoggerFactory.getLogger(MessageSettler.class);
    private static final int MOST_DOUBLINGS = 12;

    private final SqsClient sqs;
    private final Queue queue;

    MessageSettler(SqsClient sqs, Queue queue) {
        this.sqs = sqs;
        this.queue = queue;
    }

    /** Deletes messages. One that cannot be deleted comes again, and is then found to be handled. */
    void delete(List<Message> messages) {
        if (messages.isEmpty()) {
            return;
        }
        List<DeleteMessageBatchRequestEntry> entries = IntStream.range(0, messages.size())
                .mapToObj(i -> DeleteMessageBatchRequestEntry.builder()
                        .id(Integer.toString(i))
                        .receiptHandle(messages.get(i).receiptHandle())
                        .build())
                .toList();
        try {
            sqs.deleteMessageBatch(request -> request.queueUrl(queue.url()).entries(entries))
                    .failed()
                    .forEach(failure -> log.error("deleting a message of {} failed: {}", queue.name(), failure.code()));
        } catch (SdkException e) {
            log.error("deleting {} messages of {} failed", messages.size(), queue.name(), e);
        }
    }

    /** Hides messages for longer after each attempt; SQS moves them to the dead-letter queue after the last one. */
    void retryLater(List<Message> messages) {
        if (messages.isEmpty()) {
            return;
        }
        List<ChangeMessageVisibilityBatchRequestEntry> entries = IntStream.range(0, messages.size())
                .mapToObj(i -> ChangeMessageVisibilityBatchRequestEntry.builder()
                        .id(Integer.toString(i))
                        .receiptHandle(messages.get(i).receiptHandle())
                        .visibilityTimeout(backoffSeconds(MessageProcessor.receiveCount(messages.get(i))))
                        .build())
                .toList();
        try {
            sqs.changeMessageVisibilityBatch(request -> request.queueUrl(queue.url()).entries(entries))
                    .failed()
                    .forEach(failure -> log.warn("a message of {} stays hidden: {}", queue.name(), failure.code()));
        } catch (SdkException e) {
            log.warn("{} messages of {} stay hidden", messages.size(), queue.name(), e);
        }
    }

    /** 2 s after the first attempt, twice as long after each further one, the visibility timeout at most. */
    int backoffSeconds(int attempts) {
        int seconds = 1 << Math.min(Math.max(attempts, 1), MOST_DOUBLINGS);
        return (int) Math.min(seconds, queue.visibilityTimeout().toSeconds());
    }
}
