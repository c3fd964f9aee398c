package app.${{ values.names.javaPackage }}.messaging;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchRequest;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchResponse;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequest;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchResponse;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageRequest;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageResponse;

/** Gives what it was told to, one batch after the other, and then holds the long poll until it is interrupted. */
class FakeSqs implements SqsClient {
    final Deque<Supplier<List<Message>>> batches = new ArrayDeque<>();
    final List<String> deleted = new ArrayList<>();
    final Map<String, Integer> hiddenFor = new ConcurrentHashMap<>();
    final List<ReceiveMessageRequest> received = new ArrayList<>();

    static Message message(String id, String group, int receiveCount) {
        return Message.builder()
                .messageId(id)
                .receiptHandle(id)
                .body("""
                        {"eventType":"Test","eventId":"%s","timestamp":"2026-01-31T12:00:00Z"}""".formatted(id))
                .attributes(Map.of(
                        MessageSystemAttributeName.MESSAGE_GROUP_ID, group,
                        MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT, Integer.toString(receiveCount)))
                .build();
    }

    @Override
    public ReceiveMessageResponse receiveMessage(ReceiveMessageRequest request) {
        received.add(request);
        Supplier<List<Message>> batch = batches.poll();
        if (batch == null) {
            try {
                Thread.sleep(20_000);
            } catch (InterruptedException e) {
                throw AbortedException.create("interrupted", e);
            }
            return ReceiveMessageResponse.builder().build();
        }
        return ReceiveMessageResponse.builder().messages(batch.get()).build();
    }

    @Override
    public DeleteMessageBatchResponse deleteMessageBatch(DeleteMessageBatchRequest request) {
        request.entries().forEach(entry -> deleted.add(entry.receiptHandle()));
        return DeleteMessageBatchResponse.builder()
                .failed(BatchResultErrorEntry.builder().id("0").code("InternalError").build())
                .build();
    }

    @Override
    public ChangeMessageVisibilityBatchResponse changeMessageVisibilityBatch(
            ChangeMessageVisibilityBatchRequest request) {
        request.entries().forEach(entry -> hiddenFor.put(entry.receiptHandle(), entry.visibilityTimeout()));
        return ChangeMessageVisibilityBatchResponse.builder().build();
    }

    @Override
    public String serviceName() {
        return SqsClient.SERVICE_NAME;
    }

    @Override
    public void close() {}
}
