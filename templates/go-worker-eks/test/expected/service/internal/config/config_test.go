package config

import (
	"log/slog"
	"strings"
	"testing"
	"time"
)

func lookup(env map[string]string) func(string) (string, bool) {
	return func(key string) (string, bool) {
		value, ok := env[key]
		return value, ok
	}
}

func TestLoadDefaults(t *testing.T) {
	cfg, err := Load(lookup(map[string]string{
		"AWS_REGION":    "eu-west-1",
		"SQS_QUEUE_URL": "https://sqs.eu-west-1.amazonaws.com/111111111111/dev-orders",
	}))
	if err != nil {
		t.Fatal(err)
	}
	if cfg.QueueName != "dev-orders" || cfg.BatchSize != 10 || cfg.VisibilityTimeout != 60*time.Second || cfg.LogLevel != slog.LevelInfo {
		t.Errorf("unexpected defaults: %+v", cfg)
	}
}

func TestLoadNamesEverythingThatIsWrong(t *testing.T) {
	_, err := Load(lookup(map[string]string{
		"SQS_QUEUE_URL":          "dev-orders",
		"SQS_BATCH_SIZE":         "11",
		"SQS_VISIBILITY_TIMEOUT": "60",
		"LOG_LEVEL":              "loud",
	}))
	if err == nil {
		t.Fatal("expected an error")
	}
	for _, key := range []string{"AWS_REGION", "SQS_QUEUE_URL", "SQS_BATCH_SIZE", "SQS_VISIBILITY_TIMEOUT", "LOG_LEVEL"} {
		if !strings.Contains(err.Error(), key) {
			t.Errorf("%q does not name %s", err, key)
		}
	}
}
