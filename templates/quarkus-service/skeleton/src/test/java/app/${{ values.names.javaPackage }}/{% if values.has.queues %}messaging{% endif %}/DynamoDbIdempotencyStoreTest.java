package app.${{ values.names.javaPackage }}.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;

class DynamoDbIdempotencyStoreTest {
    private static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");

    private final FakeDynamoDb dynamoDb = new FakeDynamoDb();
    private final IdempotencyStore store =
            new DynamoDbIdempotencyStore(dynamoDb, "events", Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void claimsAnEventForAWhile() {
        assertThat(store.claim("e-1", Duration.ofSeconds(60))).isEqualTo(IdempotencyStore.Claim.GRANTED);
        PutItemRequest put = dynamoDb.puts.get(0);
        assertThat(put.tableName()).isEqualTo("events");
        assertThat(put.item().get("eventId").s()).isEqualTo("e-1");
        assertThat(put.item().get("lockedUntil").n())
                .isEqualTo(Long.toString(NOW.plusSeconds(60).toEpochMilli()));
        // Seconds, as TTL wants them, and longer than SQS keeps a message.
        assertThat(Long.parseLong(put.item().get("expiresAt").n()))
                .isGreaterThan(NOW.plus(Duration.ofDays(14)).getEpochSecond());
        assertThat(put.conditionExpression()).contains("attribute_not_exists(eventId)");
    }

    @Test
    void tellsWhatWasDoneFromWhatIsInHand() {
        dynamoDb.row = Map.of("state", fromS("DONE"));
        assertThat(store.claim("e-1", Duration.ofSeconds(60))).isEqualTo(IdempotencyStore.Claim.DONE);
        dynamoDb.row = Map.of("state", fromS("IN_PROGRESS"));
        assertThat(store.claim("e-1", Duration.ofSeconds(60))).isEqualTo(IdempotencyStore.Claim.BUSY);
    }

    @Test
    void leavesAnEventAloneThatSomebodyElseTook() {
        dynamoDb.row = Map.of("state", fromS("IN_PROGRESS"));
        assertThatCode(() -> store.release("e-1")).doesNotThrowAnyException();
    }

    /** Holds one row, which fails every condition. */
    private static final class FakeDynamoDb implements DynamoDbClient {
        private final List<PutItemRequest> puts = new ArrayList<>();
        private Map<String, AttributeValue> row = Map.of();

        @Override
        public PutItemResponse putItem(PutItemRequest request) {
            puts.add(request);
            refuse();
            return PutItemResponse.builder().build();
        }

        @Override
        public DeleteItemResponse deleteItem(DeleteItemRequest request) {
            refuse();
            return DeleteItemResponse.builder().build();
        }

        private void refuse() {
            if (!row.isEmpty()) {
                throw ConditionalCheckFailedException.builder().item(row).build();
            }
        }

        @Override
        public String serviceName() {
            return DynamoDbClient.SERVICE_NAME;
        }

        @Override
        public void close() {}
    }
}
