package app.${{ values.names.javaPackage }}.config;

import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.spi.ConfigSource;

/** Gives Quarkus the properties of {@link EnvironmentVariables}. */
public class NamedVariablesConfigSource implements ConfigSource {
    private final Map<String, String> properties = EnvironmentVariables.toProperties(System.getenv());

    @Override
    public Set<String> getPropertyNames() {
        return properties.keySet();
    }

    @Override
    public String getValue(String name) {
        return properties.get(name);
    }

    @Override
    public String getName() {
        return "named variables";
    }

    @Override
    public int getOrdinal() {
        // Right below the environment itself.
        return 290;
    }
}
