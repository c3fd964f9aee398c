// Package consumer takes messages from SQS in batches and deletes each one that was handled.
package consumer

import (
	"context"
	"log/slog"
	"sync"
	"sync/atomic"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/sqs"
	"github.com/aws/aws-sdk-go-v2/service/sqs/types"
)

// API is the part of the SQS client that is used here.
type API interface {
	ReceiveMessage(context.Context, *sqs.ReceiveMessageInput, ...func(*sqs.Options)) (*sqs.ReceiveMessageOutput, error)
	DeleteMessageBatch(context.Context, *sqs.DeleteMessageBatchInput, ...func(*sqs.Options)) (*sqs.DeleteMessageBatchOutput, error)
	ChangeMessageVisibilityBatch(context.Context, *sqs.ChangeMessageVisibilityBatchInput, ...func(*sqs.Options)) (*sqs.ChangeMessageVisibilityBatchOutput, error)
}

// Handler works on the body of one message.
type Handler interface {
	Handle(ctx context.Context, body string) error
}

// Recorder is told how each message went.
type Recorder interface {
	Processed(duration time.Duration, err error)
}

// Options of a Consumer.
type Options struct {
	QueueURL          string
	BatchSize         int32
	VisibilityTimeout time.Duration
	// ShutdownTimeout is how long messages in hand may take once Run is told to stop.
	ShutdownTimeout time.Duration
}

const (
	waitTime = 20 * time.Second
	// A worker that has not been able to ask for messages for this long is not ready.
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
	return &Consumer{api: api, handler: handler, recorder: recorder, log: log, options: options}
}

// Ready tells whether the queue was reached lately.
func (c *Consumer) Ready() bool {
	return time.Since(time.UnixMilli(c.received.Load())) < readyFor
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
		QueueUrl:                    &c.options.QueueURL,
		MaxNumberOfMessages:         c.options.BatchSize,
		VisibilityTimeout:           int32(c.options.VisibilityTimeout.Seconds()),
		WaitTimeSeconds:             int32(waitTime.Seconds()),
		MessageSystemAttributeNames: []types.MessageSystemAttributeName{types.MessageSystemAttributeNameApproximateReceiveCount},
	})
	if err != nil {
		return nil, err
	}
	return output.Messages, nil
}

// process works on a batch at once. One failed message holds none of the others up, and only handled ones are deleted.
func (c *Consumer) process(ctx context.Context, messages []types.Message) {
	if len(messages) == 0 {
		return
	}
	// A stop must not cut off what is in hand, yet nothing may run longer than the messages stay hidden.
	working, cancel := context.WithTimeout(context.WithoutCancel(ctx), c.options.VisibilityTimeout)
	defer cancel()
	stop := context.AfterFunc(ctx, func() { time.AfterFunc(c.options.ShutdownTimeout, cancel) })
	defer stop()

	failures := make([]error, len(messages))
	var wait sync.WaitGroup
	for i, message := range messages {
		wait.Add(1)
		go func() {
			defer wait.Done()
			failures[i] = c.handle(working, message)
		}()
	}
	wait.Wait()

	var handled, failed []types.Message
	for i, message := range messages {
		if failures[i] == nil {
			handled = append(handled, message)
		} else {
			failed = append(failed, message)
		}
	}
	settling, done := context.WithTimeout(context.WithoutCancel(ctx), 10*time.Second)
	defer done()
	c.delete(settling, handled)
	c.retryLater(settling, failed)
}

func (c *Consumer) handle(ctx context.Context, message types.Message) (err error) {
	started := time.Now()
	defer func() {
		if reason := recover(); reason != nil {
			err = panicError{reason}
		}
		c.recorder.Processed(time.Since(started), err)
		if err != nil {
			c.log.ErrorContext(ctx, "message failed", "messageId", aws.ToString(message.MessageId),
				"receiveCount", receiveCount(message), "error", err)
		}
	}()
	return c.handler.Handle(ctx, aws.ToString(message.Body))
}
