package app.${{ values.names.javaPackage }}.config;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Turns the variables that hold a name of their own into properties: {@code QUEUE_ORDERS_URL} is
 * {@code service.queues.orders.url}.
 */
public final class EnvironmentVariables {
    private static final Map<Pattern, String> PROPERTIES = Map.of(
            Pattern.compile("QUEUE_(\\w+)_URL"), "service.queues.%s.url",
            Pattern.compile("QUEUE_(\\w+)_VISIBILITY_TIMEOUT"), "service.queues.%s.visibility-timeout",
            Pattern.compile("SEND_(\\w+)_URL"), "service.sends.%s",
            Pattern.compile("TOPIC_(\\w+)_ARN"), "service.topics.%s");

    private EnvironmentVariables() {}

    /** The properties of all variables of such a kind. */
    public static Map<String, String> toProperties(Map<String, String> variables) {
        Map<String, String> properties = new TreeMap<>();
        variables.forEach((variable, value) -> PROPERTIES.forEach((pattern, property) -> {
            Matcher matcher = pattern.matcher(variable);
            if (matcher.matches() && !value.isBlank()) {
                String name = matcher.group(1).toLowerCase(Locale.ROOT).replace('_', '-');
                properties.put(String.format(property, name), value);
            }
        }));
        return properties;
    }
}
