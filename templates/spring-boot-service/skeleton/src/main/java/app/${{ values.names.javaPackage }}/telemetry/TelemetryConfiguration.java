package app.${{ values.names.javaPackage }}.telemetry;

import app.${{ values.names.javaPackage }}.http.Probes;
import io.micrometer.observation.ObservationPredicate;
import io.micrometer.tracing.otel.bridge.Slf4JEventListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.server.observation.OpenTelemetryServerRequestObservationConvention;
import org.springframework.http.server.observation.ServerRequestObservationContext;

/** Names metrics, spans and fields of the log as OpenTelemetry does. */
@Configuration(proxyBeanMethods = false)
class TelemetryConfiguration {
    /** {@code http_server_request_duration_seconds}: https://opentelemetry.io/docs/specs/semconv/http/http-metrics/ */
    @Bean
    OpenTelemetryServerRequestObservationConvention serverRequestConvention() {
        return new OpenTelemetryServerRequestObservationConvention();
    }

    @Bean
    ObservationPredicate withoutProbes() {
        return (name, context) -> !(context instanceof ServerRequestObservationContext request
                && request.getCarrier() != null
                && Probes.isProbe(request.getCarrier().getRequestURI()));
    }

    @Bean
    Slf4JEventListener logFields() {
        return new Slf4JEventListener("trace_id", "span_id");
    }
}
