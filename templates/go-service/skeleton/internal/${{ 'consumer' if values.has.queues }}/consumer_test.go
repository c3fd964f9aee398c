package consumer

import (
	"context"
	"errors"
	"io"
	"log/slog"
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/sqs"
	"github.com/aws/aws-sdk-go-v2/service/sqs/types"

	"github.com/${{ values.service.slug }}/internal/config"
)

// queue answers one batch, then nothing until the context is done.
type queue struct {
	mu      sync.Mutex
	batch   []types.Message
	errs    []error
	deleted []string
	delayed map[string]int32
}

func (q *queue) ReceiveMessage(ctx context.Context, _ *sqs.ReceiveMessageInput, _ ...func(*sqs.Options)) (*sqs.ReceiveMessageOutput, error) {
	q.mu.Lock()
	if len(q.errs) > 0 {
		err := q.errs[0]
		q.errs = q.errs[1:]
		q.mu.Unlock()
		return nil, err
	}
	batch := q.batch
	q.batch = nil
	q.mu.Unlock()
	if batch == nil {
		<-ctx.Done()
		return nil, ctx.Err()
	}
	return &sqs.ReceiveMessageOutput{Messages: batch}, nil
}

func (q *queue) DeleteMessageBatch(ctx context.Context, input *sqs.DeleteMessageBatchInput, _ ...func(*sqs.Options)) (*sqs.DeleteMessageBatchOutput, error) {
	for _, entry := range input.Entries {
		q.deleted = append(q.deleted, aws.ToString(entry.ReceiptHandle))
	}
	return &sqs.DeleteMessageBatchOutput{}, ctx.Err()
}

func (q *queue) ChangeMessageVisibilityBatch(ctx context.Context, input *sqs.ChangeMessageVisibilityBatchInput, _ ...func(*sqs.Options)) (*sqs.ChangeMessageVisibilityBatchOutput, error) {
	for _, entry := range input.Entries {
		q.delayed[aws.ToString(entry.ReceiptHandle)] = entry.VisibilityTimeout
	}
	return &sqs.ChangeMessageVisibilityBatchOutput{}, ctx.Err()
}

type handle func(ctx context.Context, body string) error

func (h handle) Handle(ctx context.Context, body string) error { return h(ctx, body) }

type outcomes struct {
	mu            sync.Mutex
	passed, total int
}

func (o *outcomes) Processed(_ string, _ time.Duration, err error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.total++
	if err == nil {
		o.passed++
	}
}

func message(id, attempts string) types.Message {
	return types.Message{
		MessageId: aws.String(id), ReceiptHandle: aws.String(id), Body: aws.String(id),
		Attributes: map[string]string{"ApproximateReceiveCount": attempts},
	}
}

func grouped(id, group string) types.Message {
	m := message(id, "1")
	m.Attributes["MessageGroupId"] = group
	return m
}

func run(t *testing.T, q *queue, h handle) (*Consumer, *outcomes, context.CancelFunc, chan struct{}) {
	t.Helper()
	q.delayed = map[string]int32{}
	recorded := &outcomes{}
	c := New(q, h, recorded, slog.New(slog.NewTextHandler(io.Discard, nil)), Options{
		Queue: config.Queue{Name: "orders", URL: "url", VisibilityTimeout: time.Minute}, BatchSize: 10, ShutdownTimeout: time.Second,
	})
	ctx, cancel := context.WithCancel(t.Context())
	done := make(chan struct{})
	go func() {
		defer close(done)
		c.Run(ctx)
	}()
	return c, recorded, cancel, done
}

func TestDeletesOnlyWhatWasHandled(t *testing.T) {
	q := &queue{batch: []types.Message{message("good", "1"), message("bad", "3"), message("panics", "1"), message("fine", "1")}}
	var handled sync.WaitGroup
	handled.Add(4)
	c, recorded, cancel, done := run(t, q, func(_ context.Context, body string) error {
		defer handled.Done()
		switch body {
		case "bad":
			return errors.New("no")
		case "panics":
			panic("no")
		}
		return nil
	})
	handled.Wait()
	if !c.Ready() {
		t.Error("a worker that receives is ready")
	}
	cancel()
	<-done
	slices.Sort(q.deleted)
	if !slices.Equal(q.deleted, []string{"fine", "good"}) {
		t.Errorf("deleted %v", q.deleted)
	}
	if q.delayed["bad"] != 8 || q.delayed["panics"] != 2 {
		t.Errorf("delayed %v", q.delayed)
	}
	if recorded.total != 4 || recorded.passed != 2 {
		t.Errorf("recorded %d of %d", recorded.passed, recorded.total)
	}
	if c.Ready() {
		t.Error("a stopped worker is not ready")
	}
}

func TestFailureStopsTheRestOfItsGroup(t *testing.T) {
	q := &queue{batch: []types.Message{
		grouped("a1", "a"), grouped("b1", "b"), grouped("a2", "a"), grouped("b2", "b"), grouped("a3", "a"),
	}}
	var mu sync.Mutex
	var seen []string
	var handled sync.WaitGroup
	handled.Add(4)
	_, recorded, cancel, done := run(t, q, func(_ context.Context, body string) error {
		defer handled.Done()
		mu.Lock()
		defer mu.Unlock()
		seen = append(seen, body)
		if body == "a2" {
			return errors.New("no")
		}
		return nil
	})
	handled.Wait()
	cancel()
	<-done
	if slices.Contains(seen, "a3") || slices.Index(seen, "b1") > slices.Index(seen, "b2") {
		t.Errorf("handled %v", seen)
	}
	slices.Sort(q.deleted)
	if !slices.Equal(q.deleted, []string{"a1", "b1", "b2"}) {
		t.Errorf("deleted %v", q.deleted)
	}
	if q.delayed["a2"] != 2 || q.delayed["a3"] != 2 || recorded.total != 4 {
		t.Errorf("delayed %v, recorded %d", q.delayed, recorded.total)
	}
}

func TestFinishesWhatIsInHandWhenStopped(t *testing.T) {
	q := &queue{batch: []types.Message{message("slow", "1")}}
	started := make(chan struct{})
	_, _, cancel, done := run(t, q, func(ctx context.Context, _ string) error {
		close(started)
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(100 * time.Millisecond):
			return nil
		}
	})
	<-started
	cancel()
	<-done
	if !slices.Equal(q.deleted, []string{"slow"}) {
		t.Errorf("deleted %v", q.deleted)
	}
}

func TestGoesOnAfterAFailedReceive(t *testing.T) {
	q := &queue{errs: []error{errors.New("throttled")}, batch: []types.Message{message("later", "1")}}
	handled := make(chan struct{})
	c, _, cancel, done := run(t, q, func(context.Context, string) error {
		close(handled)
		return nil
	})
	if c.Ready() {
		t.Error("a worker that never received is not ready")
	}
	<-handled
	cancel()
	<-done
}

func TestBackoff(t *testing.T) {
	for attempts, want := range map[int]time.Duration{0: 2 * time.Second, 1: 2 * time.Second, 4: 16 * time.Second, 100: time.Minute} {
		if got := backoff(attempts, time.Minute); got != want {
			t.Errorf("backoff(%d) = %s, want %s", attempts, got, want)
		}
	}
}
