package server

import (
	"net/http"
	"net/http/httptest"
	"testing"
)

func TestRoutes(t *testing.T) {
	ready := false
	metrics := http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusOK) })
	handler := New(":0", func() bool { return ready }, metrics).Handler
	status := func(path string) int {
		recorder := httptest.NewRecorder()
		handler.ServeHTTP(recorder, httptest.NewRequest(http.MethodGet, path, nil))
		return recorder.Code
	}
	if got := status("/healthz"); got != http.StatusNoContent {
		t.Errorf("/healthz %d", got)
	}
	if got := status("/readyz"); got != http.StatusServiceUnavailable {
		t.Errorf("/readyz before the first receive %d", got)
	}
	ready = true
	if got := status("/readyz"); got != http.StatusNoContent {
		t.Errorf("/readyz %d", got)
	}
	if got := status("/metrics"); got != http.StatusOK {
		t.Errorf("/metrics %d", got)
	}
	if got := status("/"); got != http.StatusNotFound {
		t.Errorf("/ %d", got)
	}
}
