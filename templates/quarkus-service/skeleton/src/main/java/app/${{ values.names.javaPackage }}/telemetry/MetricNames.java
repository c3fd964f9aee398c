package app.${{ values.names.javaPackage }}.telemetry;

import app.${{ values.names.javaPackage }}.config.ServiceSettings;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;

/**
 * Names metrics as OpenTelemetry does: {@code http_server_request_duration_seconds}, see
 * <a href="https://opentelemetry.io/docs/specs/semconv/http/http-metrics/">its conventions</a>.
 */
@Singleton
public class MetricNames {
    private static final String NAME = "http.server.request.duration";
    private static final Map<String, String> LABELS = Map.of(
            "method", "http.request.method", "status", "http.response.status_code", "uri", "http.route");
    private static final double NANOS = 1e9;
    private static final double[] BUCKETS = DoubleStream.of(
                    0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10)
            .map(seconds -> seconds * NANOS)
            .toArray();

    @Produces
    @Singleton
    MeterFilter serviceName(ServiceSettings settings) {
        return MeterFilter.commonTags(Tags.of("service.name", settings.name()));
    }

    @Produces
    @Singleton
    MeterFilter serverRequests() {
        return new MeterFilter() {
            @Override
            public Meter.Id map(Meter.Id id) {
                if (!id.getName().equals("http.server.requests")) {
                    return id;
                }
                List<Tag> tags = id.getTags().stream()
                        .map(tag -> Tag.of(LABELS.getOrDefault(tag.getKey(), tag.getKey()), tag.getValue()))
                        .toList();
                return id.withName(NAME).replaceTags(tags);
            }

            @Override
            public DistributionStatisticConfig configure(Meter.Id id, DistributionStatisticConfig config) {
                return id.getName().equals(NAME)
                        ? DistributionStatisticConfig.builder()
                                .serviceLevelObjectives(BUCKETS)
                                .build()
                                .merge(config)
                        : config;
            }
        };
    }
}
