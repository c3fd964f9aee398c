// Package server answers HTTP: probes, metrics{% if values.has.http %} and the API{% endif %}.
package server

import (
	"context"
{% if values.has.http %}
	"log/slog"
{% endif %}
	"net/http"
	"strconv"
	"time"
{% if values.has.http %}

	"go.opentelemetry.io/contrib/instrumentation/net/http/otelhttp"
{% endif %}
)

// Options of a server.
type Options struct {
	Port int
	// Ready says why the service should get no work now; nil when it should.
	Ready   func(context.Context) error
	Metrics http.Handler
{% if values.has.http %}
	// API is what is served besides.
	API      func(*http.ServeMux)
	Recorder Recorder
	Log      *slog.Logger
{% endif %}
}

// New returns a server for /healthz, /readyz, /metrics{% if values.has.http %} and the API{% endif %}.
func New(options Options) *http.Server {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /healthz", func(w http.ResponseWriter, _ *http.Request) {
		w.WriteHeader(http.StatusNoContent)
	})
	mux.HandleFunc("GET /readyz", func(w http.ResponseWriter, r *http.Request) {
		ctx, cancel := context.WithTimeout(r.Context(), 2*time.Second)
		defer cancel()
		if err := options.Ready(ctx); err != nil {
			http.Error(w, err.Error(), http.StatusServiceUnavailable)
			return
		}
		w.WriteHeader(http.StatusNoContent)
	})
	mux.Handle("GET /metrics", options.Metrics)
{% if values.has.http %}

	api := http.NewServeMux()
	options.API(api)
	mux.Handle("/", otelhttp.NewHandler(observe(api, options.Recorder, options.Log), "http"))
{% endif %}
	return &http.Server{
		Addr:              ":" + strconv.Itoa(options.Port),
		Handler:           mux,
		ReadHeaderTimeout: 5 * time.Second,
		ReadTimeout:       15 * time.Second,
		WriteTimeout:      30 * time.Second,
		// Longer than the 60 s after which a load balancer closes: the side that waits longer never loses a request.
		IdleTimeout: 75 * time.Second,
	}
}
