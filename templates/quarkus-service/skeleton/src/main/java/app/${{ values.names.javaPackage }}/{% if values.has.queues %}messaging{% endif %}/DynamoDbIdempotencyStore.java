package app.${{ values.names.javaPackage }}.messaging;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/** Keeps one row per event, in a table whose key is {@code eventId} and whose TTL is {@code expiresAt}. */
public final class DynamoDbIdempotencyStore implements IdempotencyStore {
    // Longer than SQS keeps a message: 14 days at most.
    private static final Duration REMEMBER = Duration.ofDays(15);
    private static final String DONE = "DONE";
    private static final String IN_PROGRESS = "IN_PROGRESS";

    private final DynamoDbClient dynamoDb;
    private final String table;
    private final Clock clock;
    private final String owner = UUID.randomUUID().toString();

    public DynamoDbIdempotencyStore(DynamoDbClient dynamoDb, String table, Clock clock) {
        this.dynamoDb = dynamoDb;
        this.table = table;
        this.clock = clock;
    }

    @Override
    public Claim claim(String eventId, Duration lock) {
        Instant now = clock.instant();
        try {
            dynamoDb.putItem(put -> put.tableName(table)
                    .item(Map.of(
                            "eventId", fromS(eventId),
                            "state", fromS(IN_PROGRESS),
                            "owner", fromS(owner),
                            "lockedUntil", millis(now.plus(lock)),
                            "expiresAt", seconds(now.plus(REMEMBER))))
                    // TTL deletes late: an expired row counts as none.
                    .conditionExpression("attribute_not_exists(eventId) OR expiresAt < :seconds"
                            + " OR (#state = :inProgress AND lockedUntil < :millis)")
                    .expressionAttributeNames(Map.of("#state", "state"))
                    .expressionAttributeValues(Map.of(
                            ":inProgress", fromS(IN_PROGRESS), ":millis", millis(now), ":seconds", seconds(now)))
                    .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD));
            return Claim.GRANTED;
        } catch (ConditionalCheckFailedException e) {
            AttributeValue state = e.hasItem() ? e.item().get("state") : null;
            return state != null && DONE.equals(state.s()) ? Claim.DONE : Claim.BUSY;
        }
    }

    @Override
    public void complete(String eventId) {
        dynamoDb.updateItem(update -> update.tableName(table)
                .key(Map.of("eventId", fromS(eventId)))
                .updateExpression("SET #state = :done, expiresAt = :expiresAt")
                .expressionAttributeNames(Map.of("#state", "state"))
                .expressionAttributeValues(Map.of(
                        ":done", fromS(DONE),
                        ":expiresAt", seconds(clock.instant().plus(REMEMBER)))));
    }

    @Override
    public void release(String eventId) {
        try {
            dynamoDb.deleteItem(delete -> delete.tableName(table)
                    .key(Map.of("eventId", fromS(eventId)))
                    .conditionExpression("#owner = :owner AND #state = :inProgress")
                    .expressionAttributeNames(Map.of("#owner", "owner", "#state", "state"))
                    .expressionAttributeValues(Map.of(":owner", fromS(owner), ":inProgress", fromS(IN_PROGRESS))));
        } catch (ConditionalCheckFailedException e) {
            // Somebody else took it after the lock had run out: theirs to finish.
            return;
        }
    }

    private static AttributeValue millis(Instant time) {
        return fromN(Long.toString(time.toEpochMilli()));
    }

    private static AttributeValue seconds(Instant time) {
        return fromN(Long.toString(time.getEpochSecond()));
    }
}
