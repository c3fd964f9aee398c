package config

import (
	"fmt"
	"log/slog"
{% if values.has.queues or values.has.sends %}
	"net/url"
{% endif %}
{% if values.has.queues %}
	"path"
	"slices"
{% endif %}
	"strconv"
	"strings"
	"time"
)

// reader takes values out of the environment and remembers every one that is missing or wrong.
type reader struct {
	values map[string]string
	errs   []error
}

func newReader(environ []string) *reader {
	values := make(map[string]string, len(environ))
	for _, entry := range environ {
		if key, value, ok := strings.Cut(entry, "="); ok {
			values[key] = value
		}
	}
	return &reader{values: values}
}

func (r *reader) fail(key, rule string) {
	r.errs = append(r.errs, fmt.Errorf("%s %s", key, rule))
}

func (r *reader) text(key, fallback string) string {
	if value := r.values[key]; value != "" {
		return value
	}
	return fallback
}

func (r *reader) required(key string) string {
	value := r.values[key]
	if value == "" {
		r.fail(key, "is required")
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
		r.fail(key, fmt.Sprintf("must be a duration from %s to %s, such as 20s", lowest, highest))
	}
	return value
}

func (r *reader) level(key string) slog.Level {
	var level slog.Level
	if err := level.UnmarshalText([]byte(r.text(key, "info"))); err != nil {
		r.fail(key, "must be debug, info, warn or error")
	}
	return level
}
{% if values.has.queues or values.has.sends %}

func (r *reader) url(key string) string {
	value := r.required(key)
	parsed, err := url.Parse(value)
	if value != "" && (err != nil || parsed.Scheme == "" || parsed.Host == "") {
		r.fail(key, "must be a URL such as https://sqs.eu-west-1.amazonaws.com/111111111111/dev-orders")
	}
	return value
}
{% endif %}
{% if values.has.queues %}

// queues finds every QUEUE_<NAME>_URL, so that a queue that is added later needs no code.
func (r *reader) queues() []Queue {
	var queues []Queue
	for key, value := range r.values {
		name, ok := strings.CutSuffix(strings.TrimPrefix(key, "QUEUE_"), "_URL")
		if !ok || !strings.HasPrefix(key, "QUEUE_") || value == "" {
			continue
		}
		seconds := r.integer("QUEUE_"+name+"_VISIBILITY_TIMEOUT", 60, 10, 43200)
		queues = append(queues, Queue{
			Name:              path.Base(value),
			URL:               r.url(key),
			VisibilityTimeout: time.Duration(seconds) * time.Second,
		})
	}
	if len(queues) == 0 {
		r.fail("QUEUE_${{ values.spec.queues[0].name | upper | replace('-', '_') }}_URL", "is required, or another QUEUE_<NAME>_URL")
	}
	slices.SortFunc(queues, func(a, b Queue) int { return strings.Compare(a.Name, b.Name) })
	return queues
}
{% endif %}
{% if values.has.postgres %}

func (r *reader) database(environment string) Database {
	return Database{
		Host:      r.required("DATABASE_HOST"),
		Port:      r.integer("DATABASE_PORT", 5432, 1, 65535),
		Name:      r.required("DATABASE_NAME"),
		Username:  r.required("DATABASE_USERNAME"),
		Password:  r.required("DATABASE_PASSWORD"),
		CAFile:    r.text("DATABASE_CA_FILE", ""),
		Plaintext: environment == Local,
	}
}
{% endif %}
