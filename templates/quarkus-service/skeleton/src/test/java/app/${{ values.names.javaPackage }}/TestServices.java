package app.${{ values.names.javaPackage }};

{% if values.has.queues or values.has.table or values.has.publishes or values.has.sends %}
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
{% endif %}
import jakarta.inject.Singleton;
{% if values.has.sends or values.has.publishes %}
import java.util.ArrayList;
import java.util.Collections;
{% endif %}
{% if values.has.table and not values.has.postgres %}
import java.util.HashMap;
{% endif %}
{% if values.has.sends or values.has.publishes %}
import java.util.List;
{% endif %}
{% if values.has.table and not values.has.postgres %}
import java.util.Map;
{% endif %}
{% if values.has.queues or values.has.table %}
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
{% endif %}
{% if values.has.table and not values.has.postgres %}
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
{% endif %}
{% if values.has.publishes %}
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.PublishRequest;
import software.amazon.awssdk.services.sns.model.PublishResponse;
{% endif %}
{% if values.has.queues or values.has.sends %}
import software.amazon.awssdk.services.sqs.SqsClient;
{% endif %}
{% if values.has.queues %}
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageRequest;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageResponse;
{% endif %}
{% if values.has.sends %}
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageResponse;
{% endif %}

/** What the service talks to, without a network. */
@Singleton
class TestServices {
{% if values.has.sends or values.has.publishes %}
    static final List<String> SENT = Collections.synchronizedList(new ArrayList<>());
{% endif %}
{% if values.has.queues or values.has.table %}

    @Produces
    @Singleton
    @Alternative
    @Priority(1)
    DynamoDbClient testDynamoDb() {
        return new TestDynamoDb();
    }

    private static final class TestDynamoDb implements DynamoDbClient {
{% if values.has.table and not values.has.postgres %}
        private final Map<AttributeValue, Map<String, AttributeValue>> rows = new HashMap<>();

        @Override
        public synchronized PutItemResponse putItem(PutItemRequest request) {
            rows.put(request.item().get(${{ values.spec.table.partitionKey | javaString }}), request.item());
            return PutItemResponse.builder().build();
        }

        @Override
        public synchronized GetItemResponse getItem(GetItemRequest request) {
            AttributeValue key = request.key().get(${{ values.spec.table.partitionKey | javaString }});
            return GetItemResponse.builder().item(rows.get(key)).build();
        }

{% endif %}
        @Override
        public String serviceName() {
            return DynamoDbClient.SERVICE_NAME;
        }

        @Override
        public void close() {}
    }
{% endif %}
{% if values.has.publishes %}

    @Produces
    @Singleton
    @Alternative
    @Priority(1)
    SnsClient testSns() {
        return new TestSns();
    }

    private static final class TestSns implements SnsClient {
        @Override
        public PublishResponse publish(PublishRequest request) {
            SENT.add(request.topicArn() + " " + request.message());
            return PublishResponse.builder().build();
        }

        @Override
        public String serviceName() {
            return SnsClient.SERVICE_NAME;
        }

        @Override
        public void close() {}
    }
{% endif %}
{% if values.has.queues or values.has.sends %}

    @Produces
    @Singleton
    @Alternative
    @Priority(1)
    SqsClient testSqs() {
        return new TestSqs();
    }

    private static final class TestSqs implements SqsClient {
{% if values.has.queues %}
        @Override
        public ReceiveMessageResponse receiveMessage(ReceiveMessageRequest request) {
            try {
                Thread.sleep(request.waitTimeSeconds() * 1000L);
            } catch (InterruptedException e) {
                throw AbortedException.create("interrupted", e);
            }
            return ReceiveMessageResponse.builder().build();
        }

{% endif %}
{% if values.has.sends %}
        @Override
        public SendMessageResponse sendMessage(SendMessageRequest request) {
            SENT.add(request.queueUrl() + " " + request.messageBody());
            return SendMessageResponse.builder().build();
        }

{% endif %}
        @Override
        public String serviceName() {
            return SqsClient.SERVICE_NAME;
        }

        @Override
        public void close() {}
    }
{% endif %}
}
