package app.${{ values.names.javaPackage }};

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;

class MissingVariablesTest {
    @Test
    void namesAllOfThem() {
        // Whatever the machine that runs the test has set.
        Throwable failure = catchThrowable(() -> SpringApplication.run(
                Application.class, "--OTEL_SERVICE_NAME=", "--AWS_REGION=", "--DEPLOYMENT_ENVIRONMENT=", "--PORT=0"));
        assertThat(failure).isNotNull();
        assertThat(failure)
                .rootCause()
                .message()
                .contains("OTEL_SERVICE_NAME is required")
                .contains("AWS_REGION is required")
{% if values.has.queues %}
                .contains("IDEMPOTENCY_TABLE is required")
                .contains("QUEUE_<NAME>_URL is required")
{% endif %}
{% if values.has.sends %}
                .contains("SEND_<NAME>_URL is required")
{% endif %}
{% if values.has.publishes %}
                .contains("TOPIC_<NAME>_ARN is required")
{% endif %}
{% if values.has.table %}
                .contains("TABLE_NAME is required")
{% endif %}
{% if values.has.postgres %}
                .contains("DATABASE_HOST is required")
                .contains("DATABASE_PASSWORD is required")
{% endif %}
{% if values.has.redis %}
                .contains("REDIS_HOST is required")
{% endif %}
                .contains("DEPLOYMENT_ENVIRONMENT is required");
    }
}
