package idempotency

import (
	"context"
	"errors"
	"log/slog"
	"strconv"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb/types"
)

// table keeps the conditions that Store asks DynamoDB for.
type table struct {
	items map[string]map[string]types.AttributeValue
	now   time.Time
	err   error
}

func value(attribute types.AttributeValue) string {
	switch typed := attribute.(type) {
	case *types.AttributeValueMemberS:
		return typed.Value
	case *types.AttributeValueMemberN:
		return typed.Value
	}
	return ""
}

func before(attribute types.AttributeValue, limit int64) bool {
	got, err := strconv.ParseInt(value(attribute), 10, 64)
	return err == nil && got < limit
}

func (t *table) PutItem(_ context.Context, input *dynamodb.PutItemInput, _ ...func(*dynamodb.Options)) (*dynamodb.PutItemOutput, error) {
	id := value(input.Item["eventId"])
	old, found := t.items[id]
	free := !found || before(old["expiresAt"], t.now.Unix()) ||
		value(old["status"]) == inProgress && before(old["lockedUntil"], t.now.UnixMilli())
	if t.err == nil && !free {
		return nil, &types.ConditionalCheckFailedException{Item: old}
	}
	t.items[id] = input.Item
	return &dynamodb.PutItemOutput{}, t.err
}

func (t *table) UpdateItem(_ context.Context, input *dynamodb.UpdateItemInput, _ ...func(*dynamodb.Options)) (*dynamodb.UpdateItemOutput, error) {
	item := t.items[value(input.Key["eventId"])]
	if value(item["owner"]) != value(input.ExpressionAttributeValues[":owner"]) {
		return nil, &types.ConditionalCheckFailedException{}
	}
	item["status"] = input.ExpressionAttributeValues[":done"]
	return &dynamodb.UpdateItemOutput{}, nil
}

func (t *table) DeleteItem(_ context.Context, input *dynamodb.DeleteItemInput, _ ...func(*dynamodb.Options)) (*dynamodb.DeleteItemOutput, error) {
	id := value(input.Key["eventId"])
	if value(t.items[id]["owner"]) != value(input.ExpressionAttributeValues[":owner"]) {
		return nil, &types.ConditionalCheckFailedException{}
	}
	delete(t.items, id)
	return &dynamodb.DeleteItemOutput{}, nil
}

func newStore() (*Store, *table) {
	fake := &table{items: map[string]map[string]types.AttributeValue{}, now: time.Now()}
	store := New(fake, "seen", slog.New(slog.DiscardHandler))
	store.now = func() time.Time { return fake.now }
	return store, fake
}

func TestOnce(t *testing.T) {
	store, fake := newStore()
	count := 0
	work := func(context.Context) error { count++; return nil }
	for range 3 {
		if err := store.Once(t.Context(), "1", work); err != nil {
			t.Fatal(err)
		}
	}
	if count != 1 {
		t.Errorf("worked %d times", count)
	}
	fake.now = fake.now.Add(keep + time.Minute)
	if err := store.Once(t.Context(), "1", work); err != nil || count != 2 {
		t.Errorf("after expiry: worked %d times, %v", count, err)
	}
}

func TestWhileAnotherIsAtIt(t *testing.T) {
	store, fake := newStore()
	err := store.Once(t.Context(), "1", func(ctx context.Context) error {
		if err := store.Once(ctx, "1", func(context.Context) error { return nil }); !errors.Is(err, ErrInProgress) {
			t.Errorf("second worker got %v", err)
		}
		// The first one hangs until its message is visible again: the next takes over, and keeps what it did.
		fake.now = fake.now.Add(2 * defaultLease)
		return store.Once(ctx, "1", func(context.Context) error { return nil })
	})
	if err != nil {
		t.Fatal(err)
	}
	if status := value(fake.items["1"]["status"]); status != done {
		t.Errorf("status %s", status)
	}
}

func TestFailureLeavesNothing(t *testing.T) {
	store, fake := newStore()
	failure := errors.New("no")
	if err := store.Once(t.Context(), "1", func(context.Context) error { return failure }); !errors.Is(err, failure) {
		t.Errorf("got %v", err)
	}
	func() {
		defer func() { _ = recover() }()
		_ = store.Once(t.Context(), "1", func(context.Context) error { panic("no") })
	}()
	if len(fake.items) != 0 {
		t.Errorf("left %v", fake.items)
	}
	fake.err = errors.New("throttled")
	if err := store.Once(t.Context(), "1", func(context.Context) error { t.Error("worked without a claim"); return nil }); err == nil {
		t.Error("expected an error")
	}
}
