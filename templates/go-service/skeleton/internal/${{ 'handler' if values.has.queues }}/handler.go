// Package handler holds what the service does with an event.
package handler

import (
	"context"
	"log/slog"

	"github.com/${{ values.service.slug }}/internal/events"
{% if values.has.http or values.has.postgres or values.has.table or values.has.redis %}
	"github.com/${{ values.service.slug }}/internal/records"
{% endif %}
)

{% if not values.has.http and (values.has.publishes or values.has.sends) %}
const eventHandled = "EventHandled"

{% endif %}
// Once does work unless it was done for the event before.
type Once interface {
	Once(ctx context.Context, eventID string, work func(context.Context) error) error
}

{% if not values.has.http and (values.has.publishes or values.has.sends) %}
// Publisher tells others what happened.
type Publisher interface {
	Publish(ctx context.Context, eventType string, version int, payload any) error
}

{% endif %}
// Handler does the work of the service.
type Handler struct {
	once Once

{% if values.has.http or values.has.postgres or values.has.table or values.has.redis %}
	store records.Store

{% endif %}
{% if not values.has.http and (values.has.publishes or values.has.sends) %}
	publisher Publisher

{% endif %}
	log *slog.Logger
}

// New returns a Handler.
func New(once Once, {% if values.has.http or values.has.postgres or values.has.table or values.has.redis %}store records.Store, {% endif %}{% if not values.has.http and (values.has.publishes or values.has.sends) %}publisher Publisher, {% endif %}log *slog.Logger) *Handler {
	return &Handler{once: once, {% if values.has.http or values.has.postgres or values.has.table or values.has.redis %}store: store, {% endif %}{% if not values.has.http and (values.has.publishes or values.has.sends) %}publisher: publisher, {% endif %}log: log}
}

// Handle works on the body of one message. An error means that the message is tried again later.
func (h *Handler) Handle(ctx context.Context, body string) error {
	event, err := events.Decode(body)
	if err != nil {
		return err
	}
	return h.once.Once(ctx, event.EventID, func(ctx context.Context) error {
		return h.work(ctx, event)
	})
}

// work is the place for what happens on an event. A worker that dies in the middle leaves it half done and it is done
// again, so it must come out the same.
func (h *Handler) work(ctx context.Context, event events.Event) error {
{% if values.has.http or values.has.postgres or values.has.table or values.has.redis %}
	record := records.Record{ID: event.EventID, Type: event.EventType, Data: event.Payload, CreatedAt: event.Timestamp}
	if err := h.store.Save(ctx, record); err != nil {
		return err
	}
{% endif %}
{% if not values.has.http and (values.has.publishes or values.has.sends) %}
	// A service that hears the topic it publishes to must not answer itself.
	if event.EventType != eventHandled {
		if err := h.publisher.Publish(ctx, eventHandled, 1, map[string]string{"eventId": event.EventID}); err != nil {
			return err
		}
	}
{% endif %}
	h.log.InfoContext(ctx, "handled", "eventId", event.EventID, "eventType", event.EventType)
	return nil
}
