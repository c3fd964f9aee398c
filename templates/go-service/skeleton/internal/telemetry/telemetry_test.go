package telemetry

import (
{% if values.has.queues %}
	"context"
{% endif %}
{% if values.has.queues or values.has.publishes or values.has.sends %}
	"errors"
{% endif %}
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
{% if values.has.http or values.has.queues or values.has.publishes or values.has.sends %}
	"time"
{% endif %}
)

func TestMetrics(t *testing.T) {
	m := New("shop")
{% if values.has.http %}
	m.Answered("GET", "/v1/records/{id}", 200, time.Millisecond)
{% endif %}
{% if values.has.queues %}
	m.Consumes("dev-orders")
	m.Processed("dev-orders", 10*time.Millisecond, nil)
	m.Processed("dev-orders", 10*time.Millisecond, errors.New("no"))
	m.Processed("dev-orders", time.Second, context.DeadlineExceeded)
{% endif %}
{% if values.has.publishes or values.has.sends %}
	m.Sent("orders", time.Millisecond, errors.New("no"))
{% endif %}

	recorder := httptest.NewRecorder()
	m.Handler().ServeHTTP(recorder, httptest.NewRequest(http.MethodGet, "/metrics", nil))
	for _, want := range []string{
		"go_goroutines",
{% if values.has.http %}
		`http_server_request_duration_seconds_count{http_request_method="GET",http_response_status_code="200",http_route="/v1/records/{id}",service_name="shop"} 1`,
{% endif %}
{% if values.has.queues %}
		`messaging_process_duration_seconds_count{error_type="",messaging_destination_name="dev-orders",service_name="shop"} 1`,
		`messaging_process_duration_seconds_count{error_type="error",messaging_destination_name="dev-orders",service_name="shop"} 1`,
		`messaging_process_duration_seconds_count{error_type="timeout",messaging_destination_name="dev-orders",service_name="shop"} 1`,
{% endif %}
{% if values.has.publishes or values.has.sends %}
		`messaging_client_operation_duration_seconds_count{error_type="error",messaging_destination_name="orders",service_name="shop"} 1`,
{% endif %}
	} {
		if !strings.Contains(recorder.Body.String(), want) {
			t.Errorf("missing %s", want)
		}
	}
}

func TestTracingIsOffWithoutAnEndpoint(t *testing.T) {
	t.Setenv("OTEL_EXPORTER_OTLP_ENDPOINT", "")
	stop, err := StartTracing(t.Context(), "shop", "dev")
	if err != nil {
		t.Fatal(err)
	}
	if err := stop(t.Context()); err != nil {
		t.Error(err)
	}
}
