// Package handler holds what the service does with a message.
package handler

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"time"
)

// Event is the envelope that all producers of the platform send.
type Event struct {
	EventType    string          `json:"eventType"`
	EventVersion json.RawMessage `json:"eventVersion"`
	EventID      string          `json:"eventId"`
	Timestamp    time.Time       `json:"timestamp"`
	Payload      json.RawMessage `json:"payload"`
}

// ErrMalformed marks a message that no retry can make readable: it ends in the dead-letter queue.
var ErrMalformed = errors.New("malformed event")

// Handler does the work of the service.
type Handler struct {
	log *slog.Logger
}

// New returns a Handler that logs to log.
func New(log *slog.Logger) *Handler {
	return &Handler{log: log}
}

// Handle works on one message. SQS delivers at least once: the same EventID can come twice, so what is done here
// must come out the same when it is done again. An error means that the message is tried again later.
func (h *Handler) Handle(ctx context.Context, body string) error {
	event, err := decode(body)
	if err != nil {
		return err
	}
	h.log.InfoContext(ctx, "handled", "eventId", event.EventID, "eventType", event.EventType)
	return nil
}

func decode(body string) (Event, error) {
	var event Event
	if err := json.Unmarshal([]byte(body), &event); err != nil {
		return Event{}, fmt.Errorf("%w: %w", ErrMalformed, err)
	}
	if event.EventID == "" || event.EventType == "" {
		return Event{}, fmt.Errorf("%w: eventId and eventType are required", ErrMalformed)
	}
	return event, nil
}
