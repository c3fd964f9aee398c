// Package telemetry exports metrics under the names of the OpenTelemetry semantic conventions, and traces.
// https://opentelemetry.io/docs/specs/semconv/general/metrics/
package telemetry

import (
{% if values.has.queues or values.has.publishes or values.has.sends %}
	"context"
	"errors"
{% endif %}
	"net/http"
{% if values.has.http %}
	"strconv"
{% endif %}
{% if values.has.http or values.has.queues or values.has.publishes or values.has.sends %}
	"time"
{% endif %}

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
	"github.com/prometheus/client_golang/prometheus/promhttp"
)

var seconds = []float64{0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10}

// Metrics of the service.
type Metrics struct {
	registry *prometheus.Registry
{% if values.has.http %}
	requests *prometheus.HistogramVec
{% endif %}
{% if values.has.queues %}
	messages *prometheus.HistogramVec
{% endif %}
{% if values.has.publishes or values.has.sends %}
	sendings *prometheus.HistogramVec
{% endif %}
}

// New registers the metrics of one service.
func New(service string) *Metrics {
	histogram := func(name, help string, labels ...string) *prometheus.HistogramVec {
		return prometheus.NewHistogramVec(prometheus.HistogramOpts{
			Name: name, Help: help, Buckets: seconds, ConstLabels: prometheus.Labels{"service_name": service},
		}, labels)
	}
	m := &Metrics{registry: prometheus.NewRegistry()}
	m.registry.MustRegister(collectors.NewGoCollector(), collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}))
{% if values.has.http %}
	m.requests = histogram("http_server_request_duration_seconds", "Time it took to answer a request.",
		"http_request_method", "http_route", "http_response_status_code")
	m.registry.MustRegister(m.requests)
{% endif %}
{% if values.has.queues %}
	m.messages = histogram("messaging_process_duration_seconds", "Time it took to process a message.",
		"messaging_destination_name", "error_type")
	m.registry.MustRegister(m.messages)
{% endif %}
{% if values.has.publishes or values.has.sends %}
	m.sendings = histogram("messaging_client_operation_duration_seconds", "Time it took to send an event.",
		"messaging_destination_name", "error_type")
	m.registry.MustRegister(m.sendings)
{% endif %}
	return m
}
{% if values.has.http %}

// Answered records one request. The route is the pattern that matched, never the path: there are endlessly many of those.
func (m *Metrics) Answered(method, route string, status int, duration time.Duration) {
	m.requests.WithLabelValues(method, route, strconv.Itoa(status)).Observe(duration.Seconds())
}
{% endif %}
{% if values.has.queues %}

// Consumes makes the series of a queue exist from the start, so that a rate over them has a first value to count from.
func (m *Metrics) Consumes(queue string) {
	m.messages.WithLabelValues(queue, "")
	m.messages.WithLabelValues(queue, "error")
}

// Processed records how one message went.
func (m *Metrics) Processed(queue string, duration time.Duration, err error) {
	m.messages.WithLabelValues(queue, errorType(err)).Observe(duration.Seconds())
}
{% endif %}
{% if values.has.publishes or values.has.sends %}

// Sent records how sending one event went.
func (m *Metrics) Sent(target string, duration time.Duration, err error) {
	m.sendings.WithLabelValues(target, errorType(err)).Observe(duration.Seconds())
}
{% endif %}

// Handler serves the metrics in the format of Prometheus.
func (m *Metrics) Handler() http.Handler {
	return promhttp.HandlerFor(m.registry, promhttp.HandlerOpts{})
}
{% if values.has.queues or values.has.publishes or values.has.sends %}

// errorType is one of a few words: a label must never hold what came from a message. An empty label is the same as none.
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
{% endif %}
