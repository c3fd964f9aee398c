package config

import (
	"log/slog"
	"strings"
	"testing"
	"time"
)

var complete = []string{
	"AWS_REGION=eu-west-1",
	"DEPLOYMENT_ENVIRONMENT=dev",
{% if values.has.queues %}
	"QUEUE_ORDERS_URL=https://sqs.eu-west-1.amazonaws.com/111111111111/dev-orders",
	"QUEUE_ORDERS_VISIBILITY_TIMEOUT=90",
	"QUEUE_BILLS_URL=https://sqs.eu-west-1.amazonaws.com/111111111111/dev-bills.fifo",
	"IDEMPOTENCY_TABLE=dev-seen",
{% endif %}
{% for topic in values.spec.publishesTo %}
	"TOPIC_${{ topic | upper | replace('-', '_') }}_ARN=arn:aws:sns:eu-west-1:111111111111:dev-${{ topic }}",
{% endfor %}
{% for queue in values.spec.sendsTo %}
	"SEND_${{ queue | upper | replace('-', '_') }}_URL=https://sqs.eu-west-1.amazonaws.com/111111111111/dev-${{ queue }}",
{% endfor %}
{% if values.has.table %}
	"TABLE_NAME=dev-table",
{% endif %}
{% if values.has.postgres %}
	"DATABASE_HOST=db.example",
	"DATABASE_NAME=app",
	"DATABASE_USERNAME=app",
	"DATABASE_PASSWORD=secret",
{% endif %}
{% if values.has.redis %}
	"REDIS_HOST=cache.example",
{% endif %}
}

func TestLoadDefaults(t *testing.T) {
	cfg, err := Load(complete)
	if err != nil {
		t.Fatal(err)
	}
	if cfg.ServiceName != ${{ values.spec.name | goString }} || cfg.Port != 8080 || cfg.LogLevel != slog.LevelInfo || cfg.ShutdownTimeout != 20*time.Second {
		t.Errorf("unexpected defaults: %+v", cfg)
	}
{% if values.has.queues %}
	want := []Queue{
		{Name: "dev-bills.fifo", URL: "https://sqs.eu-west-1.amazonaws.com/111111111111/dev-bills.fifo", VisibilityTimeout: time.Minute},
		{Name: "dev-orders", URL: "https://sqs.eu-west-1.amazonaws.com/111111111111/dev-orders", VisibilityTimeout: 90 * time.Second},
	}
	if len(cfg.Queues) != 2 || cfg.Queues[0] != want[0] || cfg.Queues[1] != want[1] {
		t.Errorf("queues %+v", cfg.Queues)
	}
{% endif %}
{% if values.has.postgres %}
	if cfg.Database.Port != 5432 || cfg.Database.Plaintext {
		t.Errorf("database %+v", cfg.Database)
	}
{% endif %}
{% if values.has.redis %}
	if cfg.Redis.Port != 6379 || cfg.Redis.Plaintext {
		t.Errorf("redis %+v", cfg.Redis)
	}
{% endif %}
}

func TestLoadNamesEverythingThatIsMissing(t *testing.T) {
	_, err := Load(nil)
	if err == nil {
		t.Fatal("expected an error")
	}
	for _, entry := range complete {
		key, _, _ := strings.Cut(entry, "=")
{% if values.has.queues %}
		if strings.HasPrefix(key, "QUEUE_") {
			key = "QUEUE_<NAME>_URL"
		}
{% endif %}
		if !strings.Contains(err.Error(), key) {
			t.Errorf("%q does not name %s", err, key)
		}
	}
}

func TestLoadNamesEverythingThatIsWrong(t *testing.T) {
	wrong := []string{"PORT=http", "LOG_LEVEL=loud", "SHUTDOWN_TIMEOUT=20"{% if values.has.queues %}, "SQS_BATCH_SIZE=11", "QUEUE_BAD_URL=dev-orders", "QUEUE_BAD_VISIBILITY_TIMEOUT=1m"{% endif %}}
	_, err := Load(append(wrong, complete...))
	if err == nil {
		t.Fatal("expected an error")
	}
	for _, entry := range wrong {
		if key, _, _ := strings.Cut(entry, "="); !strings.Contains(err.Error(), key) {
			t.Errorf("%q does not name %s", err, key)
		}
	}
}
