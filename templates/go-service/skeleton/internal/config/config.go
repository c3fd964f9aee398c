// Package config reads the environment once, at start.
package config

import (
	"errors"
	"log/slog"
	"time"
)

// Config is everything the service needs to know. README.md lists the variables.
type Config struct {
	ServiceName     string
	Environment     string
	Region          string
	Port            int
	LogLevel        slog.Level
	ShutdownDelay   time.Duration
	ShutdownTimeout time.Duration
{% if values.has.queues %}

	Queues           []Queue
	BatchSize        int
	IdempotencyTable string
{% endif %}
{% if values.has.publishes %}

	// Topics holds ARNs.
	Topics []Target
{% endif %}
{% if values.has.sends %}

	// SendTo holds URLs of queues.
	SendTo []Target
{% endif %}
{% if values.has.table %}

	TableName string
{% endif %}
{% if values.has.postgres %}

	Database Database
{% endif %}
{% if values.has.redis %}

	Redis Redis
{% endif %}
}
{% if values.has.queues %}

// Queue is a queue that the service consumes.
type Queue struct {
	// Name in AWS, which metrics and logs call it by.
	Name string
	URL  string
	// VisibilityTimeout is how long a message stays hidden while it is worked on.
	VisibilityTimeout time.Duration
}
{% endif %}
{% if values.has.publishes or values.has.sends %}

// Target is a topic or a queue that events go to.
type Target struct {
	Name    string
	Address string
}
{% endif %}
{% if values.has.postgres %}

// Database says where PostgreSQL is.
type Database struct {
	Host     string
	Port     int
	Name     string
	Username string
	Password string
	// CAFile holds the certificates that the server's must descend from; without it the system's are taken.
	CAFile string
	// Plaintext turns TLS off; on a developer's machine only.
	Plaintext bool
}
{% endif %}
{% if values.has.redis %}

// Redis says where the cache is.
type Redis struct {
	Host string
	Port int
	// Plaintext turns TLS off; on a developer's machine only.
	Plaintext bool
}
{% endif %}

// Local is the environment of a developer's machine.
const Local = "local"

// Load reads the variables, as os.Environ gives them, and names all that are missing or wrong, not only the first.
func Load(environ []string) (Config, error) {
	env := newReader(environ)
	cfg := Config{
		ServiceName:     env.text("OTEL_SERVICE_NAME", ${{ values.spec.name | goString }}),
		Environment:     env.required("DEPLOYMENT_ENVIRONMENT"),
		Region:          env.required("AWS_REGION"),
		Port:            env.integer("PORT", 8080, 1, 65535),
		LogLevel:        env.level("LOG_LEVEL"),
		ShutdownDelay:   env.duration("SHUTDOWN_DELAY", {% if values.has.http %}5*time.Second{% else %}0{% endif %}, 0, time.Minute),
		ShutdownTimeout: env.duration("SHUTDOWN_TIMEOUT", 20*time.Second, time.Second, 10*time.Minute),
	}
{% if values.has.queues %}
	cfg.Queues = env.queues()
	cfg.BatchSize = env.integer("SQS_BATCH_SIZE", 10, 1, 10)
	cfg.IdempotencyTable = env.required("IDEMPOTENCY_TABLE")
{% endif %}
{% if values.has.publishes %}
	cfg.Topics = []Target{
{% for topic in values.spec.publishesTo %}
		{Name: "${{ topic }}", Address: env.required("TOPIC_${{ topic | upper | replace('-', '_') }}_ARN")},
{% endfor %}
	}
{% endif %}
{% if values.has.sends %}
	cfg.SendTo = []Target{
{% for queue in values.spec.sendsTo %}
		{Name: "${{ queue }}", Address: env.url("SEND_${{ queue | upper | replace('-', '_') }}_URL")},
{% endfor %}
	}
{% endif %}
{% if values.has.table %}
	cfg.TableName = env.required("TABLE_NAME")
{% endif %}
{% if values.has.postgres %}
	cfg.Database = env.database(cfg.Environment)
{% endif %}
{% if values.has.redis %}
	cfg.Redis = Redis{
		Host:      env.required("REDIS_HOST"),
		Port:      env.integer("REDIS_PORT", 6379, 1, 65535),
		Plaintext: cfg.Environment == Local,
	}
{% endif %}
	return cfg, errors.Join(env.errs...)
}
{% if values.has.postgres %}

// LoadDatabase reads only what a migration needs to know.
func LoadDatabase(environ []string) (Database, error) {
	env := newReader(environ)
	database := env.database(env.text("DEPLOYMENT_ENVIRONMENT", ""))
	return database, errors.Join(env.errs...)
}
{% endif %}
