package handler

import (
	"context"
	"errors"
	"log/slog"
	"testing"

	"github.com/${{ values.service.slug }}/internal/events"
{% if values.has.http or values.has.postgres or values.has.table or values.has.redis %}
	"github.com/${{ values.service.slug }}/internal/records"
{% endif %}
)

type once struct{ seen []string }

func (o *once) Once(ctx context.Context, eventID string, work func(context.Context) error) error {
	o.seen = append(o.seen, eventID)
	return work(ctx)
}

{% if not values.has.http and (values.has.publishes or values.has.sends) %}
type publisher struct{ published []string }

func (p *publisher) Publish(_ context.Context, eventType string, _ int, _ any) error {
	p.published = append(p.published, eventType)
	return nil
}

{% endif %}
func TestHandle(t *testing.T) {
	guard := &once{}
{% if values.has.http or values.has.postgres or values.has.table or values.has.redis %}
	store := records.NewMemoryStore()
{% endif %}
{% if not values.has.http and (values.has.publishes or values.has.sends) %}
	told := &publisher{}
{% endif %}
	h := New(guard, {% if values.has.http or values.has.postgres or values.has.table or values.has.redis %}store, {% endif %}{% if not values.has.http and (values.has.publishes or values.has.sends) %}told, {% endif %}slog.New(slog.DiscardHandler))
	if err := h.Handle(t.Context(), "hello"); !errors.Is(err, events.ErrMalformed) || len(guard.seen) != 0 {
		t.Errorf("got %v, %v", err, guard.seen)
	}
	body := `{"eventType":"OrderCreated","eventVersion":1,"eventId":"e-1","timestamp":"2026-01-01T00:00:00Z","payload":{"total":1}}`
	if err := h.Handle(t.Context(), body); err != nil {
		t.Fatal(err)
	}
{% if not values.has.http and (values.has.publishes or values.has.sends) %}
	if err := h.Handle(t.Context(), `{"eventType":"EventHandled","eventId":"e-2"}`); err != nil || len(told.published) != 1 {
		t.Errorf("told %v, %v", told.published, err)
	}
	guard.seen = guard.seen[:1]
{% endif %}
	if len(guard.seen) != 1 || guard.seen[0] != "e-1" {
		t.Errorf("seen %v", guard.seen)
	}
{% if values.has.http or values.has.postgres or values.has.table or values.has.redis %}
	record, err := store.Get(t.Context(), "e-1")
	if err != nil || record.Type != "OrderCreated" || string(record.Data) != `{"total":1}` {
		t.Errorf("stored %+v, %v", record, err)
	}
{% endif %}
}
