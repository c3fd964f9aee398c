package app.${{ values.names.javaPackage }}.publishing;

import app.${{ values.names.javaPackage }}.config.ServiceSettings;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
{% if values.has.publishes %}
import software.amazon.awssdk.services.sns.SnsClient;
{% endif %}
{% if values.has.sends %}
import software.amazon.awssdk.services.sqs.SqsClient;
{% endif %}

@Singleton
class EventPublisherProducer {
    @Produces
    @Singleton
    EventPublisher eventPublisher(
            ObjectMapper json,
{% if values.has.publishes %}
            SnsClient sns,
{% endif %}
{% if values.has.sends %}
            SqsClient sqs,
{% endif %}
            ServiceSettings settings) {
        List<EventDestination> destinations = new ArrayList<>();
{% if values.has.publishes %}
        settings.topics().values().forEach(arn -> destinations.add(new TopicDestination(sns, arn)));
{% endif %}
{% if values.has.sends %}
        settings.sends().values().forEach(url -> destinations.add(new QueueDestination(sqs, url)));
{% endif %}
        return new EventPublisher(destinations, json, Clock.systemUTC());
    }
}
