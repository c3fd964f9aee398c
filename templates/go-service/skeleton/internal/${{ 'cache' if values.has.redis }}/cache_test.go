package cache

import (
	"context"
	"errors"
	"log/slog"
	"testing"
	"time"

	"github.com/redis/go-redis/v9"
)

type memory struct {
	values map[string]string
	err    error
}

func (m *memory) Get(context.Context, string) *redis.StringCmd {
	if m.err != nil {
		return redis.NewStringResult("", m.err)
	}
	if value, ok := m.values["shop:a"]; ok {
		return redis.NewStringResult(value, nil)
	}
	return redis.NewStringResult("", redis.Nil)
}

func (m *memory) Set(_ context.Context, key string, value any, _ time.Duration) *redis.StatusCmd {
	if body, ok := value.([]byte); ok && m.err == nil {
		m.values[key] = string(body)
	}
	return redis.NewStatusResult("OK", m.err)
}

func (m *memory) Del(_ context.Context, keys ...string) *redis.IntCmd {
	for _, key := range keys {
		delete(m.values, key)
	}
	return redis.NewIntResult(1, m.err)
}

func TestAside(t *testing.T) {
	fake := &memory{values: map[string]string{}}
	c := New(fake, "shop", slog.New(slog.DiscardHandler))
	loads := 0
	get := func() (int, error) {
		return Aside(t.Context(), c, "a", time.Minute, func(context.Context) (int, error) { loads++; return 42, nil })
	}
	check := func(what string, wantLoads int) {
		t.Helper()
		if value, err := get(); value != 42 || err != nil || loads != wantLoads {
			t.Errorf("%s: %d, %v, loaded %d times", what, value, err, loads)
		}
	}
	check("empty", 1)
	check("full", 1)
	c.Forget(t.Context(), "a")
	check("forgotten", 2)
	fake.values["shop:a"] = "spoilt"
	check("spoilt", 3)
	fake.err = errors.New("connection refused")
	check("down", 4)

	failure := errors.New("no")
	if _, err := Aside(t.Context(), c, "a", time.Minute, func(context.Context) (int, error) { return 0, failure }); !errors.Is(err, failure) {
		t.Errorf("got %v", err)
	}
}
