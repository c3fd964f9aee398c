package app.${{ values.names.javaPackage }}.config;

{% if values.has.queues or values.has.postgres or values.has.redis %}
import jakarta.validation.Valid;
{% endif %}
import jakarta.validation.constraints.NotBlank;
{% if values.has.queues or values.has.publishes or values.has.sends %}
import jakarta.validation.constraints.NotEmpty;
{% endif %}
{% if values.has.queues or values.has.postgres or values.has.redis %}
import jakarta.validation.constraints.NotNull;
{% endif %}
{% if values.has.queues or values.has.publishes or values.has.sends %}
import jakarta.validation.constraints.Pattern;
{% endif %}
{% if values.has.queues %}
import java.time.Duration;
import java.time.temporal.ChronoUnit;
{% endif %}
{% if values.has.queues or values.has.publishes or values.has.sends %}
import java.util.Map;
{% endif %}
import org.springframework.boot.context.properties.ConfigurationProperties;
{% if values.has.queues %}
import org.springframework.boot.convert.DurationUnit;
{% endif %}
import org.springframework.validation.annotation.Validated;

/** What the environment tells the service. README.md lists the variables; the service stops when one is missing. */
@Validated
@ConfigurationProperties("service")
public record ServiceProperties(
        @NotBlank(message = "OTEL_SERVICE_NAME is required") String name,
        @NotBlank(message = "AWS_REGION is required") String region,
{% if values.has.queues %}
        @NotBlank(message = "IDEMPOTENCY_TABLE is required") String idempotencyTable,
        @NotEmpty(message = "QUEUE_<NAME>_URL is required, at least one") Map<String, @Valid Queue> queues,
{% endif %}
{% if values.has.sends %}
        @NotEmpty(message = "SEND_<NAME>_URL is required, at least one")
                Map<String, @Pattern(regexp = "https?://.+", message = "SEND_<NAME>_URL must be a URL") String> sends,
{% endif %}
{% if values.has.publishes %}
        @NotEmpty(message = "TOPIC_<NAME>_ARN is required, at least one")
                Map<String, @Pattern(regexp = "arn:.+", message = "TOPIC_<NAME>_ARN must be an ARN") String> topics,
{% endif %}
{% if values.has.table %}
        @NotBlank(message = "TABLE_NAME is required") String tableName,
{% endif %}
{% if values.has.postgres %}
        @NotNull @Valid Database database,
{% endif %}
{% if values.has.redis %}
        @NotNull @Valid Redis redis,
{% endif %}
        @NotBlank(message = "DEPLOYMENT_ENVIRONMENT is required") String environment) {
{% if values.has.queues %}

    /** A queue to consume. */
    public record Queue(
            @NotNull(message = "QUEUE_<NAME>_URL is required")
                    @Pattern(regexp = "https?://.+/.+", message = "QUEUE_<NAME>_URL must be the URL of a queue")
                    String url,
            @NotNull(message = "QUEUE_<NAME>_VISIBILITY_TIMEOUT is required, in seconds")
                    @DurationUnit(ChronoUnit.SECONDS)
                    Duration visibilityTimeout) {}
{% endif %}
{% if values.has.postgres %}

    /** The PostgreSQL database. */
    public record Database(
            @NotBlank(message = "DATABASE_HOST is required") String host,
            @NotBlank(message = "DATABASE_PORT is required") String port,
            @NotBlank(message = "DATABASE_NAME is required") String name,
            @NotBlank(message = "DATABASE_USERNAME is required") String username,
            @NotBlank(message = "DATABASE_PASSWORD is required") String password,
            @NotBlank(message = "DATABASE_SSLMODE must not be empty") String sslMode,
            @NotBlank(message = "DATABASE_SSLROOTCERT must not be empty") String sslRootCert) {
        /** Never the password. */
        @Override
        public String toString() {
            return username + "@" + host + ":" + port + "/" + name;
        }
    }
{% endif %}
{% if values.has.redis %}

    /** The Redis cache. */
    public record Redis(
            @NotBlank(message = "REDIS_HOST is required") String host,
            @NotBlank(message = "REDIS_PORT is required") String port) {}
{% endif %}
}
