package server

import (
	"context"
	"errors"
{% if values.has.http %}
	"io"
	"log/slog"
{% endif %}
	"net/http"
	"net/http/httptest"
{% if values.has.http %}
	"slices"
	"strings"
{% endif %}
	"testing"
{% if values.has.http %}
	"time"
{% endif %}
)
{% if values.has.http %}

type answers []string

func (a *answers) Answered(method, route string, status int, _ time.Duration) {
	*a = append(*a, method+" "+route+" "+http.StatusText(status))
}
{% endif %}

func TestProbes(t *testing.T) {
	err := errors.New("starting")
	server := New(Options{
		Ready:   func(context.Context) error { return err },
		Metrics: http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusOK) }),
{% if values.has.http %}

		API:      func(*http.ServeMux) {},
		Recorder: &answers{},
		Log:      slog.New(slog.NewTextHandler(io.Discard, nil)),
{% endif %}
	})
	status := func(path string) int {
		recorder := httptest.NewRecorder()
		server.Handler.ServeHTTP(recorder, httptest.NewRequest(http.MethodGet, path, nil))
		return recorder.Code
	}
	for _, c := range []struct {
		path string
		err  error
		want int
	}{
		{"/healthz", err, http.StatusNoContent},
		{"/readyz", err, http.StatusServiceUnavailable},
		{"/readyz", nil, http.StatusNoContent},
		{"/metrics", nil, http.StatusOK},
		{"/nothing", nil, http.StatusNotFound},
	} {
		err = c.err
		if got := status(c.path); got != c.want {
			t.Errorf("%s: %d, want %d", c.path, got, c.want)
		}
	}
}
{% if values.has.http %}

func TestObservesRequests(t *testing.T) {
	var recorded answers
	var logged strings.Builder
	handler := New(Options{
		Ready:   func(context.Context) error { return nil },
		Metrics: http.NotFoundHandler(),
		API: func(mux *http.ServeMux) {
			mux.HandleFunc("GET /things/{id}", func(http.ResponseWriter, *http.Request) {})
			mux.HandleFunc("GET /panic", func(http.ResponseWriter, *http.Request) { panic("no") })
		},
		Recorder: &recorded,
		Log:      slog.New(slog.NewJSONHandler(&logged, nil)),
	}).Handler
	send := func(method, path, id string) *httptest.ResponseRecorder {
		request := httptest.NewRequest(method, path, nil)
		request.Header.Set("X-Request-Id", id)
		recorder := httptest.NewRecorder()
		handler.ServeHTTP(recorder, request)
		return recorder
	}

	if got := send("GET", "/things/1", "abc-1").Header().Get("X-Request-Id"); got != "abc-1" {
		t.Errorf("request id %q", got)
	}
	if got := send("HACK", "/things/1", "a\nb").Header().Get("X-Request-Id"); len(got) != 26 {
		t.Errorf("request id %q", got)
	}
	panicked := send("GET", "/panic", "")
	if panicked.Code != http.StatusInternalServerError || panicked.Header().Get("Content-Type") != "application/problem+json" {
		t.Errorf("panic: %d %v", panicked.Code, panicked.Header())
	}
	want := []string{"GET /things/{id} OK", "_OTHER none Method Not Allowed", "GET /panic Internal Server Error"}
	if !slices.Equal(recorded, want) {
		t.Errorf("recorded %q", recorded)
	}
	if !strings.Contains(logged.String(), `"path":"/things/1","status":200`) {
		t.Errorf("logged %s", logged.String())
	}
}
{% endif %}
