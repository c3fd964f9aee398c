// Package cache keeps copies in Redis. It is a help, never a need: whatever goes wrong with it, the original is read.
package cache

import (
	"context"
	"crypto/tls"
	"encoding/json"
	"errors"
	"log/slog"
	"net"
	"strconv"
	"time"

	"github.com/redis/go-redis/v9"

	"github.com/${{ values.service.slug }}/internal/config"
)

// Commands is the part of the Redis client that is used here.
type Commands interface {
	Get(ctx context.Context, key string) *redis.StringCmd
	Set(ctx context.Context, key string, value any, expiration time.Duration) *redis.StatusCmd
	Del(ctx context.Context, keys ...string) *redis.IntCmd
}

// Cache holds JSON under the service's own prefix.
type Cache struct {
	commands Commands
	prefix   string
	log      *slog.Logger
}

// New returns a cache whose keys begin with prefix.
func New(commands Commands, prefix string, log *slog.Logger) *Cache {
	return &Cache{commands: commands, prefix: prefix + ":", log: log}
}

// silent drops what the client prints as plain text: each command returns its error, which is logged.
type silent struct{}

func (silent) Printf(context.Context, string, ...any) {}

// Connect returns a client; it dials when it is first used.
func Connect(cfg config.Redis) *redis.Client {
	redis.SetLogger(silent{})
	options := &redis.Options{
		Addr:         net.JoinHostPort(cfg.Host, strconv.Itoa(cfg.Port)),
		DialTimeout:  300 * time.Millisecond,
		ReadTimeout:  300 * time.Millisecond,
		WriteTimeout: 300 * time.Millisecond,
		MaxRetries:   1,
		// A request must not wait for what it can do without.
		DialerRetries: 1,
	}
	if !cfg.Plaintext {
		options.TLSConfig = &tls.Config{MinVersion: tls.VersionTLS12, ServerName: cfg.Host}
	}
	return redis.NewClient(options)
}

// Aside returns the copy under key, or loads the original and keeps a copy of it for ttl.
func Aside[T any](ctx context.Context, c *Cache, key string, ttl time.Duration, load func(context.Context) (T, error)) (T, error) {
	var value T
	copied, err := c.commands.Get(ctx, c.prefix+key).Bytes()
	if err == nil {
		if err = json.Unmarshal(copied, &value); err == nil {
			return value, nil
		}
	}
	if !errors.Is(err, redis.Nil) {
		c.log.WarnContext(ctx, "cache not read", "key", key, "error", err)
	}
	if value, err = load(ctx); err != nil {
		return value, err
	}
	body, err := json.Marshal(value)
	if err == nil {
		err = c.commands.Set(ctx, c.prefix+key, body, ttl).Err()
	}
	if err != nil {
		c.log.WarnContext(ctx, "cache not written", "key", key, "error", err)
	}
	return value, nil
}

// Forget drops the copy under key. When that fails, the copy lives on until its time is up.
func (c *Cache) Forget(ctx context.Context, key string) {
	if err := c.commands.Del(ctx, c.prefix+key).Err(); err != nil {
		c.log.WarnContext(ctx, "cache not cleared", "key", key, "error", err)
	}
}
