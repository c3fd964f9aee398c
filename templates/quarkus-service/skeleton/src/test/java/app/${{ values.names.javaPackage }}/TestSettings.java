package app.${{ values.names.javaPackage }};

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.HashMap;
import java.util.Map;

/** What the environment of the test tells the service. */
public class TestSettings implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        Map<String, String> settings = new HashMap<>();
        settings.put("OTEL_SERVICE_NAME", ${{ values.spec.name | javaString }});
        settings.put("DEPLOYMENT_ENVIRONMENT", "test");
        settings.put("AWS_REGION", "eu-west-1");
{% if values.has.queues %}
        settings.put("IDEMPOTENCY_TABLE", "dev-idempotency");
        settings.put("service.queues.test.url", "https://sqs.eu-west-1.amazonaws.com/111111111111/dev-test");
        settings.put("service.queues.test.visibility-timeout", "60");
{% endif %}
{% if values.has.sends %}
        settings.put("service.sends.other", "https://sqs.eu-west-1.amazonaws.com/111111111111/dev-other.fifo");
{% endif %}
{% if values.has.publishes %}
        settings.put("service.topics.items", "arn:aws:sns:eu-west-1:111111111111:dev-items");
{% endif %}
{% if values.has.table %}
        settings.put("TABLE_NAME", "dev-items");
{% endif %}
{% if values.has.postgres %}
        settings.put("DATABASE_HOST", "database.invalid");
        settings.put("DATABASE_PORT", "5432");
        settings.put("DATABASE_NAME", "items");
        settings.put("DATABASE_USERNAME", "sa");
        settings.put("DATABASE_PASSWORD", "none");
        // H2 runs the migrations too, in its PostgreSQL mode.
        settings.put("quarkus.datasource.db-kind", "h2");
        settings.put(
                "quarkus.datasource.jdbc.url",
                "jdbc:h2:mem:test;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DB_CLOSE_DELAY=-1");
{% endif %}
{% if values.has.redis %}
        // Nobody listens there.
        settings.put("REDIS_HOST", "localhost");
        settings.put("REDIS_PORT", "1");
{% endif %}
        settings.put("quarkus.http.test-port", "0");
        return settings;
    }
}
