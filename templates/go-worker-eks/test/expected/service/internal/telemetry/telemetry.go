// Package telemetry exports metrics under the names of the OpenTelemetry semantic conventions,
// https://opentelemetry.io/docs/specs/semconv/messaging/messaging-metrics/
package telemetry

import (
	"context"
	"errors"
	"net/http"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
	"github.com/prometheus/client_golang/prometheus/promhttp"
)

// Metrics of the worker.
type Metrics struct {
	registry *prometheus.Registry
	duration *prometheus.HistogramVec
}

// New registers the metrics of one service that consumes one queue.
func New(service, queue string) *Metrics {
	m := &Metrics{
		registry: prometheus.NewRegistry(),
		duration: prometheus.NewHistogramVec(prometheus.HistogramOpts{
			Name:        "messaging_process_duration_seconds",
			Help:        "Time it took to process a message.",
			Buckets:     []float64{0.005, 0.025, 0.1, 0.25, 0.5, 1, 2.5, 5, 10},
			ConstLabels: prometheus.Labels{"service_name": service, "messaging_destination_name": queue},
		}, []string{"error_type"}),
	}
	// Both series exist from the start, so that a rate over them has a first value to count from. A label that is
	// empty is the same as none.
	m.duration.WithLabelValues("")
	m.duration.WithLabelValues("error")
	m.registry.MustRegister(m.duration, collectors.NewGoCollector(), collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}))
	return m
}

// Processed records how one message went.
func (m *Metrics) Processed(duration time.Duration, err error) {
	m.duration.WithLabelValues(errorType(err)).Observe(duration.Seconds())
}

// Handler serves the metrics in the format of Prometheus.
func (m *Metrics) Handler() http.Handler {
	return promhttp.HandlerFor(m.registry, promhttp.HandlerOpts{})
}

// errorType is one of a few words: a label must never hold what came from a message.
func errorType(err error) string {
	switch {
	case err == nil:
		return ""
	case errors.Is(err, context.DeadlineExceeded), errors.Is(err, context.Canceled):
		return "timeout"
	default:
		return "error"
	}
}
