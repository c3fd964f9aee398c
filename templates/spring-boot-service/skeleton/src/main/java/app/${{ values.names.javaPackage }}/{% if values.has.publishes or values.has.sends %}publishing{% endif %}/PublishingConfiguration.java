package app.${{ values.names.javaPackage }}.publishing;

import app.${{ values.names.javaPackage }}.config.ServiceProperties;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
{% if values.has.publishes %}
import software.amazon.awssdk.services.sns.SnsClient;
{% endif %}
{% if values.has.sends %}
import software.amazon.awssdk.services.sqs.SqsClient;
{% endif %}
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class PublishingConfiguration {
    @Bean
    EventPublisher eventPublisher(
            JsonMapper json,
{% if values.has.publishes %}
            SnsClient sns,
{% endif %}
{% if values.has.sends %}
            SqsClient sqs,
{% endif %}
            ServiceProperties properties) {
        List<EventDestination> destinations = new ArrayList<>();
{% if values.has.publishes %}
        properties.topics().values().forEach(arn -> destinations.add(new TopicDestination(sns, arn)));
{% endif %}
{% if values.has.sends %}
        properties.sends().values().forEach(url -> destinations.add(new QueueDestination(sqs, url)));
{% endif %}
        return new EventPublisher(destinations, json, Clock.systemUTC());
    }
}
