package logging

import (
	"bytes"
	"encoding/json"
	"log/slog"
	"testing"

	"go.opentelemetry.io/otel/trace"
)

func TestLinesCarryIDs(t *testing.T) {
	var out bytes.Buffer
	log := New(&out, slog.LevelInfo, "shop", "dev").With("queue", "q")
	ctx := WithRequestID(t.Context(), "r-1")
	ctx = trace.ContextWithSpanContext(ctx, trace.NewSpanContext(trace.SpanContextConfig{
		TraceID: trace.TraceID{1}, SpanID: trace.SpanID{2},
	}))
	log.InfoContext(ctx, "hello")
	log.DebugContext(ctx, "quiet")

	var line map[string]string
	if err := json.Unmarshal(out.Bytes(), &line); err != nil {
		t.Fatalf("%s: %v", out.String(), err)
	}
	for key, want := range map[string]string{
		"msg": "hello", "service": "shop", "environment": "dev", "queue": "q", "request_id": "r-1",
		"trace_id": "01000000000000000000000000000000", "span_id": "0200000000000000",
	} {
		if line[key] != want {
			t.Errorf("%s is %q, want %q", key, line[key], want)
		}
	}
}
