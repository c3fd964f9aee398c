package app.${{ values.names.javaPackage }}.messaging;

import app.${{ values.names.javaPackage }}.config.ServiceSettings;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Puts together what the consumers are made of. */
@Singleton
class MessagingProducers {
    @Produces
    @Singleton
    IdempotencyStore idempotencyStore(DynamoDbClient dynamoDb, ServiceSettings settings) {
        return new DynamoDbIdempotencyStore(dynamoDb, settings.idempotencyTable(), Clock.systemUTC());
    }

    @Produces
    @Singleton
    MessageMetrics messageMetrics(MeterRegistry registry) {
        return new MessageMetrics(registry);
    }

    @Produces
    @Singleton
    MessageProcessor messageProcessor(
            ObjectMapper json,
            EventHandler handler,
            IdempotencyStore store,
            MessageMetrics metrics,
            OpenTelemetry telemetry,
            ServiceSettings settings) {
        return new MessageProcessor(
                new EventDecoder(json),
                new IdempotentHandler(handler, store),
                metrics,
                telemetry.getTracer(settings.name()));
    }
}
