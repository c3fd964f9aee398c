// Package consumer takes messages from SQS in batches and deletes each one that was handled.
package consumer

import (
	"context"
	"log/slog"
	"strconv"
	"sync/atomic"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/sqs"
	"github.com/aws/aws-sdk-go-v2/service/sqs/types"

	"github.com/${{ values.service.slug }}/internal/config"
)

// API is the part of the SQS client that is used here.
type API interface {
	ReceiveMessage(context.Context, *sqs.ReceiveMessageInput, ...func(*sqs.Options)) (*sqs.ReceiveMessageOutput, error)
	DeleteMessageBatch(context.Context, *sqs.DeleteMessageBatchInput, ...func(*sqs.Options)) (*sqs.DeleteMessageBatchOutput, error)
	ChangeMessageVisibilityBatch(context.Context, *sqs.ChangeMessageVisibilityBatchInput, ...func(*sqs.Options)) (*sqs.ChangeMessageVisibilityBatchOutput, error)
}

// Handler works on the body of one message; until when, the deadline of the context says.
type Handler interface {
	Handle(ctx context.Context, body string) error
}

// Recorder is told how each message went.
type Recorder interface {
	Processed(queue string, duration time.Duration, err error)
}

// Options of a Consumer.
type Options struct {
	Queue     config.Queue
	BatchSize int
	// ShutdownTimeout is how long messages in hand may take once Run is told to stop.
	ShutdownTimeout time.Duration
}

const (
	waitTime = 20 * time.Second
	// A consumer that has not been able to ask for messages for this long is not ready.
	readyFor        = 90 * time.Second
	firstRetryDelay = time.Second
	lastRetryDelay  = 30 * time.Second
)

// Consumer is a loop over one queue.
type Consumer struct {
	api      API
	handler  Handler
	recorder Recorder
	log      *slog.Logger
	options  Options
	received atomic.Int64
}

// New returns a Consumer that does nothing until Run.
func New(api API, handler Handler, recorder Recorder, log *slog.Logger, options Options) *Consumer {
	log = log.With("queue", options.Queue.Name)
	return &Consumer{api: api, handler: handler, recorder: recorder, log: log, options: options}
}

// Ready tells whether the queue was reached lately.
func (c *Consumer) Ready() bool {
	// A batch may take as long as its messages stay hidden, and nothing is received meanwhile.
	return time.Since(time.UnixMilli(c.received.Load())) < readyFor+c.options.Queue.VisibilityTimeout
}

// Run takes batches until ctx is done, then finishes the one in hand.
func (c *Consumer) Run(ctx context.Context) {
	delay := firstRetryDelay
	for ctx.Err() == nil {
		messages, err := c.receive(ctx)
		if err != nil {
			if ctx.Err() != nil {
				break
			}
			c.log.ErrorContext(ctx, "receiving failed", "error", err, "retryIn", delay.String())
			select {
			case <-ctx.Done():
			case <-time.After(delay):
			}
			delay = min(2*delay, lastRetryDelay)
			continue
		}
		delay = firstRetryDelay
		c.received.Store(time.Now().UnixMilli())
		c.process(ctx, messages)
	}
	c.received.Store(0)
}

func (c *Consumer) receive(ctx context.Context) ([]types.Message, error) {
	output, err := c.api.ReceiveMessage(ctx, &sqs.ReceiveMessageInput{
		QueueUrl:            &c.options.Queue.URL,
		MaxNumberOfMessages: int32(c.options.BatchSize),
		VisibilityTimeout:   int32(c.options.Queue.VisibilityTimeout.Seconds()),
		WaitTimeSeconds:     int32(waitTime.Seconds()),
		MessageSystemAttributeNames: []types.MessageSystemAttributeName{
			types.MessageSystemAttributeNameApproximateReceiveCount,
			types.MessageSystemAttributeNameMessageGroupId,
		},
		MessageAttributeNames: []string{traceParent},
	})
	if err != nil {
		return nil, err
	}
	return output.Messages, nil
}

func attempts(message types.Message) int {
	count, err := strconv.Atoi(message.Attributes[string(types.MessageSystemAttributeNameApproximateReceiveCount)])
	if err != nil {
		return 1
	}
	return count
}

func messageID(message types.Message) string { return aws.ToString(message.MessageId) }
