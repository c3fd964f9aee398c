package handler

import (
	"errors"
	"io"
	"log/slog"
	"testing"
)

func TestHandle(t *testing.T) {
	h := New(slog.New(slog.NewTextHandler(io.Discard, nil)))
	cases := map[string]struct {
		body      string
		malformed bool
	}{
		"event":      {body: `{"eventType":"OrderCreated","eventVersion":1,"eventId":"1","timestamp":"2026-01-01T00:00:00Z","payload":{"total":1}}`},
		"not json":   {body: `hello`, malformed: true},
		"no event":   {body: `{}`, malformed: true},
		"wrong time": {body: `{"eventType":"a","eventId":"1","timestamp":"today"}`, malformed: true},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			err := h.Handle(t.Context(), c.body)
			if errors.Is(err, ErrMalformed) != c.malformed {
				t.Errorf("got %v", err)
			}
		})
	}
}
