package consumer

import (
	"context"
	"strconv"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/sqs"
	"github.com/aws/aws-sdk-go-v2/service/sqs/types"
)

func (c *Consumer) delete(ctx context.Context, messages []types.Message) {
	if len(messages) == 0 {
		return
	}
	entries := make([]types.DeleteMessageBatchRequestEntry, len(messages))
	for i, message := range messages {
		entries[i] = types.DeleteMessageBatchRequestEntry{Id: aws.String(strconv.Itoa(i)), ReceiptHandle: message.ReceiptHandle}
	}
	output, err := c.api.DeleteMessageBatch(ctx, &sqs.DeleteMessageBatchInput{QueueUrl: &c.options.Queue.URL, Entries: entries})
	if err != nil {
		c.log.ErrorContext(ctx, "deleting failed: messages will come again", "error", err, "count", len(messages))
		return
	}
	c.logFailed(ctx, "deleting failed: the message will come again", messages, output.Failed)
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
			VisibilityTimeout: int32(backoff(attempts(message), c.options.Queue.VisibilityTimeout).Seconds()),
		}
	}
	output, err := c.api.ChangeMessageVisibilityBatch(ctx, &sqs.ChangeMessageVisibilityBatchInput{QueueUrl: &c.options.Queue.URL, Entries: entries})
	if err != nil {
		c.log.WarnContext(ctx, "messages stay hidden for the whole visibility timeout", "error", err, "count", len(messages))
		return
	}
	c.logFailed(ctx, "the message stays hidden for the whole visibility timeout", messages, output.Failed)
}

// logFailed names what a batch request answered 200 for and yet did not do.
func (c *Consumer) logFailed(ctx context.Context, what string, messages []types.Message, failed []types.BatchResultErrorEntry) {
	for _, failure := range failed {
		id := ""
		if i, err := strconv.Atoi(aws.ToString(failure.Id)); err == nil && i < len(messages) {
			id = messageID(messages[i])
		}
		c.log.ErrorContext(ctx, what, "messageId", id, "code", aws.ToString(failure.Code))
	}
}

// backoff is 2 s after the first attempt, twice as long after each further one, and never longer than longest.
func backoff(attempts int, longest time.Duration) time.Duration {
	return min(time.Second<<min(max(attempts, 1), 12), longest)
}
