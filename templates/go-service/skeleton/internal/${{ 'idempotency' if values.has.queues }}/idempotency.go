// Package idempotency remembers in DynamoDB which events were handled: SQS delivers each at least once.
package idempotency

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"log/slog"
	"strconv"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb/types"
)

// API is the part of the DynamoDB client that is used here.
type API interface {
	PutItem(context.Context, *dynamodb.PutItemInput, ...func(*dynamodb.Options)) (*dynamodb.PutItemOutput, error)
	UpdateItem(context.Context, *dynamodb.UpdateItemInput, ...func(*dynamodb.Options)) (*dynamodb.UpdateItemOutput, error)
	DeleteItem(context.Context, *dynamodb.DeleteItemInput, ...func(*dynamodb.Options)) (*dynamodb.DeleteItemOutput, error)
}

// ErrInProgress means that another worker has the same event in hand: the message must be tried again later, because
// that one may still fail.
var ErrInProgress = errors.New("another worker has the event in hand")

const (
	inProgress = "IN_PROGRESS"
	done       = "DONE"
	// Longer than SQS keeps any message, so that a redriven dead letter is still known.
	keep = 15 * 24 * time.Hour
	// What remains to be written when the time for the work itself is up.
	settleTimeout = 5 * time.Second
	defaultLease  = time.Minute
)

// Store remembers events in a table with the key eventId and the expiry expiresAt.
type Store struct {
	api   API
	table string
	log   *slog.Logger
	now   func() time.Time
}

// New returns a Store over one table.
func New(api API, table string, log *slog.Logger) *Store {
	return &Store{api: api, table: table, log: log, now: time.Now}
}

// Once does the work unless it was done for this event before. While it runs, others get ErrInProgress; a worker that
// dies holds the event only until the deadline of ctx, which is when the message is visible again.
func (s *Store) Once(ctx context.Context, eventID string, work func(context.Context) error) error {
	owner := rand.Text()
	handled, err := s.claim(ctx, eventID, owner)
	if err != nil {
		return err
	}
	if handled {
		s.log.InfoContext(ctx, "handled before", "eventId", eventID)
		return nil
	}
	finished := false
	defer func() {
		// Also when the work panics.
		if !finished {
			s.release(ctx, eventID, owner)
		}
	}()
	if err := work(ctx); err != nil {
		return err
	}
	finished = true
	s.complete(ctx, eventID, owner)
	return nil
}

func (s *Store) claim(ctx context.Context, eventID, owner string) (handled bool, err error) {
	now := s.now()
	lease, ok := ctx.Deadline()
	if !ok {
		lease = now.Add(defaultLease)
	}
	_, err = s.api.PutItem(ctx, &dynamodb.PutItemInput{
		TableName: &s.table,
		Item: map[string]types.AttributeValue{
			"eventId":     text(eventID),
			"status":      text(inProgress),
			"owner":       text(owner),
			"lockedUntil": number(lease.UnixMilli()),
			"expiresAt":   number(now.Add(keep).Unix()),
		},
		// DynamoDB deletes what has expired up to days late.
		ConditionExpression:      aws.String("attribute_not_exists(eventId) OR expiresAt < :seconds OR (#status = :inProgress AND lockedUntil < :milliseconds)"),
		ExpressionAttributeNames: map[string]string{"#status": "status"},
		ExpressionAttributeValues: map[string]types.AttributeValue{
			":seconds":      number(now.Unix()),
			":milliseconds": number(now.UnixMilli()),
			":inProgress":   text(inProgress),
		},
		ReturnValuesOnConditionCheckFailure: types.ReturnValuesOnConditionCheckFailureAllOld,
	})
	var taken *types.ConditionalCheckFailedException
	if !errors.As(err, &taken) {
		if err != nil {
			return false, fmt.Errorf("claiming event %s: %w", eventID, err)
		}
		return false, nil
	}
	if status, ok := taken.Item["status"].(*types.AttributeValueMemberS); ok && status.Value == done {
		return true, nil
	}
	return false, ErrInProgress
}

// complete does not fail the message: the work is done, and doing it again is what this package is there to prevent.
func (s *Store) complete(ctx context.Context, eventID, owner string) {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), settleTimeout)
	defer cancel()
	_, err := s.api.UpdateItem(ctx, &dynamodb.UpdateItemInput{
		TableName:                 &s.table,
		Key:                       map[string]types.AttributeValue{"eventId": text(eventID)},
		UpdateExpression:          aws.String("SET #status = :done REMOVE #owner, lockedUntil"),
		ConditionExpression:       aws.String("#owner = :owner"),
		ExpressionAttributeNames:  map[string]string{"#status": "status", "#owner": "owner"},
		ExpressionAttributeValues: map[string]types.AttributeValue{":done": text(done), ":owner": text(owner)},
	})
	if err != nil {
		s.log.ErrorContext(ctx, "event is not remembered: it is handled again if it comes again", "eventId", eventID, "error", err)
	}
}

// release lets the next attempt begin at once.
func (s *Store) release(ctx context.Context, eventID, owner string) {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), settleTimeout)
	defer cancel()
	_, err := s.api.DeleteItem(ctx, &dynamodb.DeleteItemInput{
		TableName:                 &s.table,
		Key:                       map[string]types.AttributeValue{"eventId": text(eventID)},
		ConditionExpression:       aws.String("#owner = :owner"),
		ExpressionAttributeNames:  map[string]string{"#owner": "owner"},
		ExpressionAttributeValues: map[string]types.AttributeValue{":owner": text(owner)},
	})
	if err != nil {
		s.log.WarnContext(ctx, "event stays locked until its message is visible again", "eventId", eventID, "error", err)
	}
}

func text(value string) types.AttributeValue {
	return &types.AttributeValueMemberS{Value: value}
}

func number(value int64) types.AttributeValue {
	return &types.AttributeValueMemberN{Value: strconv.FormatInt(value, 10)}
}
