package app.${{ values.names.javaPackage }}.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class EnvironmentVariablesTest {
    @Test
    void findsEveryQueueAndTopic() {
        Map<String, String> properties = EnvironmentVariables.toProperties(Map.of(
                "QUEUE_ORDERS_CREATED_URL", "https://sqs/1/dev-orders-created",
                "QUEUE_ORDERS_CREATED_VISIBILITY_TIMEOUT", "60",
                "SEND_BILLING_URL", "https://sqs/1/dev-billing",
                "TOPIC_ORDERS_ARN", "arn:aws:sns:eu-west-1:111111111111:orders",
                "QUEUE_EMPTY_URL", "",
                "HOME", "/"));
        assertThat(properties)
                .containsOnly(
                        Map.entry("service.queues.orders-created.url", "https://sqs/1/dev-orders-created"),
                        Map.entry("service.queues.orders-created.visibility-timeout", "60"),
                        Map.entry("service.sends.billing", "https://sqs/1/dev-billing"),
                        Map.entry("service.topics.orders", "arn:aws:sns:eu-west-1:111111111111:orders"));
    }
}
