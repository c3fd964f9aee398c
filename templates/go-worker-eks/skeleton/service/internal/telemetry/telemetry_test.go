package telemetry

import (
	"context"
	"errors"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"
)

func TestMetrics(t *testing.T) {
	m := New("${{ values.name }}", "dev-orders")
	m.Processed(10*time.Millisecond, nil)
	m.Processed(10*time.Millisecond, errors.New("no"))
	m.Processed(time.Second, context.DeadlineExceeded)

	recorder := httptest.NewRecorder()
	m.Handler().ServeHTTP(recorder, httptest.NewRequest(http.MethodGet, "/metrics", nil))
	body := recorder.Body.String()
	for _, want := range []string{
		`messaging_process_duration_seconds_count{error_type="",messaging_destination_name="dev-orders",service_name="${{ values.name }}"} 1`,
		`messaging_process_duration_seconds_count{error_type="error",messaging_destination_name="dev-orders",service_name="${{ values.name }}"} 1`,
		`messaging_process_duration_seconds_count{error_type="timeout",messaging_destination_name="dev-orders",service_name="${{ values.name }}"} 1`,
	} {
		if !strings.Contains(body, want) {
			t.Errorf("missing %s", want)
		}
	}
}
