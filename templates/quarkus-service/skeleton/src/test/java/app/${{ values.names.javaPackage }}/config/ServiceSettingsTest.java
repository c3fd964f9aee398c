package app.${{ values.names.javaPackage }}.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
{% if values.has.queues %}
import java.util.Map;
{% endif %}
import org.junit.jupiter.api.Test;

class ServiceSettingsTest {
    @Test
    void namesAllMissingVariables() throws IOException {
        SmallRyeConfigBuilder config = new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .addDiscoveredConverters()
                .withSources(new PropertiesConfigSource(getClass().getResource("/application.properties")))
                .withMapping(ServiceSettings.class)
                .withValidateUnknown(false);
        Throwable failure = catchThrowable(config::build);
        assertThat(failure)
                .message()
                .contains("OTEL_SERVICE_NAME")
                .contains("AWS_REGION")
{% if values.has.queues %}
                .contains("IDEMPOTENCY_TABLE")
{% endif %}
{% if values.has.table %}
                .contains("TABLE_NAME")
{% endif %}
{% if values.has.postgres %}
                .contains("DATABASE_HOST")
                .contains("DATABASE_PASSWORD")
{% endif %}
{% if values.has.redis %}
                .contains("REDIS_HOST")
{% endif %}
                .contains("DEPLOYMENT_ENVIRONMENT");
    }
{% if values.has.queues %}

    @Test
    void namesWhatAQueueLacks() throws IOException {
        SmallRyeConfigBuilder config = new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .addDiscoveredConverters()
                .withSources(new PropertiesConfigSource(
                        Map.of("service.queues.orders.url", "https://sqs/1/dev-orders"), "test", 100))
                .withMapping(ServiceSettings.class);
        assertThat(catchThrowable(config::build)).message().contains("service.queues.orders.visibility-timeout");
    }
{% endif %}
}
