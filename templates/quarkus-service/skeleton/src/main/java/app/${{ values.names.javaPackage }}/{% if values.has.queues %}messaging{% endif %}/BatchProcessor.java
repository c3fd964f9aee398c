package app.${{ values.names.javaPackage }}.messaging;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/**
 * Works on the messages of a batch at once. On a FIFO queue those of one group follow each other, and the first that
 * fails holds the rest of its group back.
 */
final class BatchProcessor {
    private final Queue queue;
    private final MessageProcessor processor;
    private final ExecutorService threads;

    BatchProcessor(Queue queue, MessageProcessor processor, ExecutorService threads) {
        this.queue = queue;
        this.processor = processor;
        this.threads = threads;
    }

    /**
     * Handles a batch; what takes too long is interrupted.
     *
     * @return those that were handled
     */
    List<Message> process(List<Message> batch) throws InterruptedException {
        Set<String> handled = ConcurrentHashMap.newKeySet();
        List<Callable<Void>> tasks = new ArrayList<>();
        for (List<Message> group : groups(batch)) {
            tasks.add(() -> {
                processInOrder(group, handled);
                return null;
            });
        }
        threads.invokeAll(tasks, queue.processingTime().toMillis(), TimeUnit.MILLISECONDS);
        return batch.stream()
                .filter(message -> handled.contains(message.receiptHandle()))
                .toList();
    }

    private void processInOrder(List<Message> group, Set<String> handled) {
        for (Message message : group) {
            // Stopped in between: what was not begun is not attempted.
            if (Thread.currentThread().isInterrupted()
                    || !processor.process(queue.name(), message, queue.visibilityTimeout())) {
                return;
            }
            handled.add(message.receiptHandle());
        }
    }

    private Iterable<List<Message>> groups(List<Message> batch) {
        if (!queue.fifo()) {
            return batch.stream().map(List::of).toList();
        }
        Map<String, List<Message>> groups = new LinkedHashMap<>();
        for (Message message : batch) {
            String group = message.attributes().getOrDefault(MessageSystemAttributeName.MESSAGE_GROUP_ID, "");
            groups.computeIfAbsent(group, key -> new ArrayList<>()).add(message);
        }
        return groups.values();
    }
}
