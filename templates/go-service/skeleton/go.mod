module github.com/${{ values.service.slug }}

go 1.26.0

require (
{% if values.has.queues or values.has.publishes or values.has.sends or (values.has.table and not values.has.postgres) %}
	github.com/aws/aws-sdk-go-v2 v1.47.6
	github.com/aws/aws-sdk-go-v2/config v1.33.14
{% endif %}
{% if values.has.queues or (values.has.table and not values.has.postgres) %}
	github.com/aws/aws-sdk-go-v2/service/dynamodb v1.73.0
{% endif %}
{% if values.has.publishes %}
	github.com/aws/aws-sdk-go-v2/service/sns v1.47.8
{% endif %}
{% if values.has.queues or values.has.sends %}
	github.com/aws/aws-sdk-go-v2/service/sqs v1.52.9
{% endif %}
{% if values.has.postgres %}
	github.com/jackc/pgx/v5 v5.12.0
{% endif %}
	github.com/prometheus/client_golang v1.25.0
{% if values.has.redis %}
	github.com/redis/go-redis/v9 v9.23.0
{% endif %}
{% if values.has.http %}
	go.opentelemetry.io/contrib/instrumentation/net/http/otelhttp v0.72.0
{% endif %}
	go.opentelemetry.io/otel v1.47.0
	go.opentelemetry.io/otel/exporters/otlp/otlptrace/otlptracehttp v1.47.0
	go.opentelemetry.io/otel/sdk v1.47.0
	go.opentelemetry.io/otel/trace v1.47.0
)

require (
{% if values.has.queues or values.has.publishes or values.has.sends or (values.has.table and not values.has.postgres) %}
	github.com/aws/aws-sdk-go-v2/credentials v1.20.14 // indirect
	github.com/aws/aws-sdk-go-v2/feature/ec2/imds v1.20.6 // indirect
	github.com/aws/aws-sdk-go-v2/internal/configsources v1.5.9 // indirect
	github.com/aws/aws-sdk-go-v2/internal/endpoints/v2 v2.8.9 // indirect
	github.com/aws/aws-sdk-go-v2/internal/v4a v1.5.9 // indirect
	github.com/aws/aws-sdk-go-v2/service/internal/accept-encoding v1.13.24 // indirect
{% endif %}
{% if values.has.queues or (values.has.table and not values.has.postgres) %}
	github.com/aws/aws-sdk-go-v2/service/internal/endpoint-discovery v1.13.9 // indirect
{% endif %}
{% if values.has.queues or values.has.publishes or values.has.sends or (values.has.table and not values.has.postgres) %}
	github.com/aws/aws-sdk-go-v2/service/internal/presigned-url v1.14.9 // indirect
	github.com/aws/aws-sdk-go-v2/service/signin v1.12.2 // indirect
	github.com/aws/aws-sdk-go-v2/service/sso v1.39.2 // indirect
	github.com/aws/aws-sdk-go-v2/service/ssooidc v1.44.2 // indirect
	github.com/aws/aws-sdk-go-v2/service/sts v1.51.7 // indirect
	github.com/aws/smithy-go v1.28.8 // indirect
{% endif %}
	github.com/beorn7/perks v1.0.1 // indirect
	github.com/cenkalti/backoff/v5 v5.0.3 // indirect
	github.com/cespare/xxhash/v2 v2.3.0 // indirect
{% if values.has.http %}
	github.com/felixge/httpsnoop v1.1.0 // indirect
{% endif %}
	github.com/go-logr/logr v1.4.4 // indirect
	github.com/go-logr/stdr v1.2.2 // indirect
	github.com/google/uuid v1.6.0 // indirect
	github.com/grpc-ecosystem/grpc-gateway/v2 v2.30.0 // indirect
{% if values.has.postgres %}
	github.com/jackc/pgpassfile v1.0.0 // indirect
	github.com/jackc/pgservicefile v0.0.0-20240606120523-5a60cdf6a761 // indirect
	github.com/jackc/puddle/v2 v2.2.3 // indirect
{% endif %}
	github.com/munnerz/goautoneg v0.0.0-20191010083416-a7dc8b61c822 // indirect
	github.com/prometheus/client_model v0.6.3 // indirect
	github.com/prometheus/common v0.72.0 // indirect
	github.com/prometheus/procfs v0.22.0 // indirect
	go.opentelemetry.io/auto/sdk v1.2.1 // indirect
	go.opentelemetry.io/otel/exporters/otlp/otlptrace v1.47.0 // indirect
	go.opentelemetry.io/otel/log v1.47.0 // indirect
	go.opentelemetry.io/otel/metric v1.47.0 // indirect
	go.opentelemetry.io/proto/otlp v1.11.0 // indirect
{% if values.has.redis %}
	go.uber.org/atomic v1.12.0 // indirect
{% endif %}
	golang.org/x/net v0.59.0 // indirect
{% if values.has.postgres %}
	golang.org/x/sync v0.23.0 // indirect
{% endif %}
	golang.org/x/sys v0.48.0 // indirect
	golang.org/x/text v0.42.0 // indirect
	google.golang.org/genproto/googleapis/api v0.0.0-20260928230214-8a89bd6388cc // indirect
	google.golang.org/genproto/googleapis/rpc v0.0.0-20260928230214-8a89bd6388cc // indirect
	google.golang.org/grpc v1.83.2 // indirect
	google.golang.org/protobuf v1.36.12 // indirect
)
