package app.${{ values.names.javaPackage }}.config;

import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** Gives Spring the properties of {@link EnvironmentVariables}. */
public class EnvironmentVariablesPostProcessor implements EnvironmentPostProcessor {
    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        Map<String, String> variables = new HashMap<>();
        environment.getSystemEnvironment().forEach((name, value) -> variables.put(name, String.valueOf(value)));
        Map<String, Object> properties = new HashMap<>(EnvironmentVariables.toProperties(variables));
        environment.getPropertySources().addLast(new MapPropertySource("namedVariables", properties));
    }
}
