// Package events holds the envelope of what services tell each other{% if values.has.publishes or values.has.sends %}, and sends it{% endif %}.
package events

import (
	"encoding/json"
{% if values.has.queues %}
	"errors"
	"fmt"
{% endif %}
	"time"
)

// Event is the envelope that all producers of the platform send.
type Event struct {
	EventType string `json:"eventType"`
	// EventVersion is a number or text, as the producer likes.
	EventVersion json.RawMessage `json:"eventVersion"`
	EventID      string          `json:"eventId"`
	Timestamp    time.Time       `json:"timestamp"`
	Payload      json.RawMessage `json:"payload"`
}
{% if values.has.queues %}

// ErrMalformed marks a message that no retry can make readable: it ends in the dead-letter queue.
var ErrMalformed = errors.New("malformed event")

// Decode reads the body of a message: an event, alone or wrapped by EventBridge (in detail) or SNS (as text in Message).
func Decode(body string) (Event, error) {
	var wrapped struct {
		Event
		Detail  json.RawMessage `json:"detail"`
		Type    string          `json:"Type"`
		Message string          `json:"Message"`
	}
	if err := json.Unmarshal([]byte(body), &wrapped); err != nil {
		return Event{}, fmt.Errorf("%w: %w", ErrMalformed, err)
	}
	event := wrapped.Event
	inner := []byte(wrapped.Detail)
	if wrapped.Type == "Notification" {
		inner = []byte(wrapped.Message)
	}
	if event.EventID == "" && len(inner) > 0 {
		event = Event{}
		if err := json.Unmarshal(inner, &event); err != nil {
			return Event{}, fmt.Errorf("%w: %w", ErrMalformed, err)
		}
	}
	if event.EventID == "" || event.EventType == "" {
		return Event{}, fmt.Errorf("%w: eventId and eventType are required", ErrMalformed)
	}
	return event, nil
}
{% endif %}
