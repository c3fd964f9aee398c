package consumer

import (
	"context"
	"fmt"
	"strconv"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/sqs"
	"github.com/aws/aws-sdk-go-v2/service/sqs/types"
)

// panicError keeps one message that makes the handler panic from stopping the worker.
type panicError struct{ reason any }

func (e panicError) Error() string { return fmt.Sprintf("panic: %v", e.reason) }

func (c *Consumer) delete(ctx context.Context, messages []types.Message) {
	if len(messages) == 0 {
		return
	}
	entries := make([]types.DeleteMessageBatchRequestEntry, len(messages))
	for i, message := range messages {
		entries[i] = types.DeleteMessageBatchRequestEntry{Id: aws.String(strconv.Itoa(i)), ReceiptHandle: message.ReceiptHandle}
	}
	output, err := c.api.DeleteMessageBatch(ctx, &sqs.DeleteMessageBatchInput{QueueUrl: &c.options.QueueURL, Entries: entries})
	if err != nil {
		c.log.ErrorContext(ctx, "deleting failed: messages will come again", "error", err, "count", len(messages))
		return
	}
	for _, failure := range output.Failed {
		c.log.ErrorContext(ctx, "deleting failed: the message will come again", "code", aws.ToString(failure.Code))
	}
}

// retryLater hides failed messages for longer after each attempt. SQS itself moves them to the dead-letter queue.
func (c *Consumer) retryLater(ctx context.Context, messages []types.Message) {
	if len(messages) == 0 {
		return
	}
	entries := make([]types.ChangeMessageVisibilityBatchRequestEntry, len(messages))
	for i, message := range messages {
		entries[i] = types.ChangeMessageVisibilityBatchRequestEntry{
			Id:                aws.String(strconv.Itoa(i)),
			ReceiptHandle:     message.ReceiptHandle,
			VisibilityTimeout: int32(backoff(receiveCount(message), c.options.VisibilityTimeout).Seconds()),
		}
	}
	output, err := c.api.ChangeMessageVisibilityBatch(ctx, &sqs.ChangeMessageVisibilityBatchInput{QueueUrl: &c.options.QueueURL, Entries: entries})
	if err != nil {
		c.log.WarnContext(ctx, "messages stay hidden for the whole visibility timeout", "error", err, "count", len(messages))
		return
	}
	for _, failure := range output.Failed {
		c.log.WarnContext(ctx, "a message stays hidden for the whole visibility timeout", "code", aws.ToString(failure.Code))
	}
}

// backoff is 2 s after the first attempt, twice as long after each further one, and never longer than longest.
func backoff(attempts int, longest time.Duration) time.Duration {
	return min(time.Second<<min(max(attempts, 1), 12), longest)
}

func receiveCount(message types.Message) int {
	count, _ := strconv.Atoi(message.Attributes[string(types.MessageSystemAttributeNameApproximateReceiveCount)])
	return count
}
