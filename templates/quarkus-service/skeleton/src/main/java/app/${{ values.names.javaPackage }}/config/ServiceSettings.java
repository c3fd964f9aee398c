package app.${{ values.names.javaPackage }}.config;

import io.smallrye.config.ConfigMapping;
{% if values.has.queues or values.has.publishes or values.has.sends %}
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
{% endif %}
{% if values.has.queues %}
import java.time.Duration;
{% endif %}
{% if values.has.queues or values.has.publishes or values.has.sends %}
import java.util.Map;
{% endif %}

/**
 * What the environment tells the service, by way of {@code application.properties}. README.md lists the variables; the
 * service stops when one is missing.
 */
@ConfigMapping(prefix = "service")
public interface ServiceSettings {
    String name();

    String region();

    String environment();
{% if values.has.queues %}

    String idempotencyTable();

    Duration shutdownTimeout();

    @NotEmpty(message = "QUEUE_<NAME>_URL is required, at least one")
    Map<String, Queue> queues();
{% endif %}
{% if values.has.sends %}

    @NotEmpty(message = "SEND_<NAME>_URL is required, at least one")
    Map<String, @Pattern(regexp = "https?://.+", message = "SEND_<NAME>_URL must be a URL") String> sends();
{% endif %}
{% if values.has.publishes %}

    @NotEmpty(message = "TOPIC_<NAME>_ARN is required, at least one")
    Map<String, @Pattern(regexp = "arn:.+", message = "TOPIC_<NAME>_ARN must be an ARN") String> topics();
{% endif %}
{% if values.has.table %}

    String tableName();
{% endif %}
{% if values.has.postgres %}

    Database database();
{% endif %}
{% if values.has.redis %}

    Redis redis();
{% endif %}
{% if values.has.queues %}

    /** A queue to consume. */
    interface Queue {
        @Pattern(regexp = "https?://.+/.+", message = "QUEUE_<NAME>_URL must be the URL of a queue")
        String url();

        Duration visibilityTimeout();
    }
{% endif %}
{% if values.has.postgres %}

    /** The PostgreSQL database. Quarkus reads the same properties: they stand here to be found missing all at once. */
    interface Database {
        String host();

        int port();

        String name();

        String username();

        String password();
    }
{% endif %}
{% if values.has.redis %}

    /** The Redis cache. */
    interface Redis {
        String host();

        int port();
    }
{% endif %}
}
