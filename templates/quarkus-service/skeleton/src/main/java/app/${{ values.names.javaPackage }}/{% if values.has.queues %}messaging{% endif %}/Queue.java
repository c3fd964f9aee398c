package app.${{ values.names.javaPackage }}.messaging;

import java.time.Duration;

/** A queue that this service consumes. */
public record Queue(String url, Duration visibilityTimeout) {
    /** Name in AWS, the last part of the URL: {@code dev-orders}. */
    public String name() {
        return url.substring(url.lastIndexOf('/') + 1);
    }

    public boolean fifo() {
        return url.endsWith(".fifo");
    }

    /** Time a message may take: what is left of its visibility once there is time to answer SQS. */
    public Duration processingTime() {
        Duration margin = visibilityTimeout.dividedBy(10);
        Duration longest = Duration.ofSeconds(5);
        return visibilityTimeout.minus(margin.compareTo(longest) < 0 ? margin : longest);
    }
}
