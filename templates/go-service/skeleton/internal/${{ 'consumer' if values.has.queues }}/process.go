package consumer

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/sqs/types"
	"go.opentelemetry.io/otel"
	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/codes"
	"go.opentelemetry.io/otel/propagation"
	"go.opentelemetry.io/otel/trace"
)

// traceParent is the attribute in which producers pass their trace on, https://www.w3.org/TR/trace-context/
const traceParent = "traceparent"

// errBehind marks messages of a FIFO group that stand behind one that failed: they must not overtake it.
var errBehind = errors.New("a message before it in its group failed")

// panicError keeps one message that makes the handler panic from stopping the service.
type panicError struct{ reason any }

func (e panicError) Error() string { return fmt.Sprintf("panic: %v", e.reason) }

// process works on a batch. One failed message holds up only those behind it in its FIFO group, and only handled ones
// are deleted.
func (c *Consumer) process(ctx context.Context, messages []types.Message) {
	if len(messages) == 0 {
		return
	}
	// A stop must not cut off what is in hand, yet nothing may run longer than the messages stay hidden.
	working, cancel := context.WithTimeout(context.WithoutCancel(ctx), c.options.Queue.VisibilityTimeout)
	defer cancel()
	stop := context.AfterFunc(ctx, func() { time.AfterFunc(c.options.ShutdownTimeout, cancel) })
	defer stop()

	failures := make([]error, len(messages))
	var wait sync.WaitGroup
	for _, group := range groups(messages) {
		wait.Go(func() { c.handleGroup(working, messages, group, failures) })
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

// groups are the indexes of messages that must be worked on one after the other. Without a group, each stands alone.
func groups(messages []types.Message) [][]int {
	var all [][]int
	known := map[string]int{}
	for i, message := range messages {
		name := message.Attributes[string(types.MessageSystemAttributeNameMessageGroupId)]
		if at, ok := known[name]; ok && name != "" {
			all[at] = append(all[at], i)
			continue
		}
		known[name] = len(all)
		all = append(all, []int{i})
	}
	return all
}

func (c *Consumer) handleGroup(ctx context.Context, messages []types.Message, group []int, failures []error) {
	for at, index := range group {
		failures[index] = c.handle(ctx, messages[index])
		if failures[index] == nil {
			continue
		}
		for _, behind := range group[at+1:] {
			failures[behind] = errBehind
		}
		return
	}
}

func (c *Consumer) handle(ctx context.Context, message types.Message) (err error) {
	carrier := propagation.MapCarrier{}
	if parent, ok := message.MessageAttributes[traceParent]; ok {
		carrier[traceParent] = aws.ToString(parent.StringValue)
	}
	ctx = otel.GetTextMapPropagator().Extract(ctx, carrier)
	ctx, span := otel.Tracer("consumer").Start(ctx, "process "+c.options.Queue.Name,
		trace.WithSpanKind(trace.SpanKindConsumer),
		trace.WithAttributes(
			attribute.String("messaging.system", "aws_sqs"),
			attribute.String("messaging.destination.name", c.options.Queue.Name),
			attribute.String("messaging.message.id", messageID(message)),
		))
	defer span.End()

	started := time.Now()
	defer func() {
		if reason := recover(); reason != nil {
			err = panicError{reason}
		}
		c.recorder.Processed(c.options.Queue.Name, time.Since(started), err)
		if err != nil {
			span.SetStatus(codes.Error, err.Error())
			c.log.ErrorContext(ctx, "message failed", "messageId", messageID(message), "attempt", attempts(message), "error", err)
		}
	}()
	return c.handler.Handle(ctx, aws.ToString(message.Body))
}
