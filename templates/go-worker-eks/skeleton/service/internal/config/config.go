// Package config reads the environment once, at start.
package config

import (
	"errors"
	"fmt"
	"log/slog"
	"net/url"
	"path"
	"strconv"
	"time"
)

// Config is everything the worker needs to know. README.md lists the variables.
type Config struct {
	ServiceName       string
	Region            string
	QueueURL          string
	QueueName         string
	BatchSize         int32
	VisibilityTimeout time.Duration
	ShutdownTimeout   time.Duration
	HTTPAddr          string
	LogLevel          slog.Level
}

// Load reads the variables and names all that are missing or wrong, not only the first.
func Load(lookup func(string) (string, bool)) (Config, error) {
	env := reader{lookup: lookup}
	cfg := Config{
		ServiceName:       env.text("OTEL_SERVICE_NAME", ${{ values.name | goString }}),
		Region:            env.required("AWS_REGION"),
		QueueURL:          env.url("SQS_QUEUE_URL"),
		BatchSize:         int32(env.integer("SQS_BATCH_SIZE", 10, 1, 10)),
		VisibilityTimeout: env.duration("SQS_VISIBILITY_TIMEOUT", ${{ values.visibilityTimeout }}*time.Second, 10*time.Second, 12*time.Hour),
		ShutdownTimeout:   env.duration("SHUTDOWN_TIMEOUT", 30*time.Second, time.Second, 10*time.Minute),
		HTTPAddr:          env.text("HTTP_ADDR", ":8080"),
	}
	if err := cfg.LogLevel.UnmarshalText([]byte(env.text("LOG_LEVEL", "info"))); err != nil {
		env.fail("LOG_LEVEL", "must be debug, info, warn or error")
	}
	cfg.QueueName = env.text("SQS_QUEUE_NAME", path.Base(cfg.QueueURL))
	return cfg, errors.Join(env.errs...)
}

type reader struct {
	lookup func(string) (string, bool)
	errs   []error
}

func (r *reader) fail(key, rule string) {
	r.errs = append(r.errs, fmt.Errorf("%s %s", key, rule))
}

func (r *reader) text(key, fallback string) string {
	if value, ok := r.lookup(key); ok && value != "" {
		return value
	}
	return fallback
}

func (r *reader) required(key string) string {
	value := r.text(key, "")
	if value == "" {
		r.fail(key, "is required")
	}
	return value
}

func (r *reader) url(key string) string {
	value := r.required(key)
	parsed, err := url.Parse(value)
	if value != "" && (err != nil || parsed.Scheme == "" || parsed.Host == "") {
		r.fail(key, "must be a URL such as https://sqs.eu-west-1.amazonaws.com/111111111111/dev-orders")
	}
	return value
}

func (r *reader) integer(key string, fallback, lowest, highest int) int {
	value, err := strconv.Atoi(r.text(key, strconv.Itoa(fallback)))
	if err != nil || value < lowest || value > highest {
		r.fail(key, fmt.Sprintf("must be a whole number from %d to %d", lowest, highest))
	}
	return value
}

func (r *reader) duration(key string, fallback, lowest, highest time.Duration) time.Duration {
	value, err := time.ParseDuration(r.text(key, fallback.String()))
	if err != nil || value < lowest || value > highest {
		r.fail(key, fmt.Sprintf("must be a duration from %s to %s, such as 60s", lowest, highest))
	}
	return value
}
