package app.${{ values.names.javaPackage }}.messaging;

import app.${{ values.names.javaPackage }}.config.ServiceProperties;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import tools.jackson.databind.json.JsonMapper;

/** Puts the consumers together: one for each queue in the environment. */
@Configuration(proxyBeanMethods = false)
class MessagingConfiguration {
    @Bean
    IdempotencyStore idempotencyStore(DynamoDbClient dynamoDb, ServiceProperties properties) {
        return new DynamoDbIdempotencyStore(dynamoDb, properties.idempotencyTable(), Clock.systemUTC());
    }

    @Bean
    MessageMetrics messageMetrics(MeterRegistry registry) {
        return new MessageMetrics(registry);
    }

    @Bean
    MessageProcessor messageProcessor(
            JsonMapper json,
            EventHandler handler,
            IdempotencyStore store,
            MessageMetrics metrics,
            OpenTelemetry telemetry,
            ServiceProperties properties) {
        return new MessageProcessor(
                new EventDecoder(json),
                new IdempotentHandler(handler, store),
                metrics,
                telemetry.getTracer(properties.name()));
    }

    @Bean
    QueueConsumers queueConsumers(
            SqsClient sqs,
            MessageProcessor processor,
            MessageMetrics metrics,
            ServiceProperties properties,
            @Value("${service.shutdown-timeout}") Duration shutdownTimeout) {
        return new QueueConsumers(
                properties.queues().values().stream()
                        .map(queue -> new Queue(queue.url(), queue.visibilityTimeout()))
                        .peek(queue -> metrics.register(queue.name()))
                        .map(queue -> new QueueConsumer(sqs, queue, processor))
                        .toList(),
                shutdownTimeout);
    }

    @Bean
    QueuesHealthIndicator queuesHealthIndicator(QueueConsumers consumers) {
        return new QueuesHealthIndicator(consumers);
    }
}
