package app.${{ values.names.javaPackage }};

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts ${{ values.spec.name }}. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class Application {
    public static void main(String[] args) {
{% if values.has.postgres %}
        if (args.length > 0 && args[0].equals("migrate")) {
            Migration.run();
            return;
        }
{% endif %}
        SpringApplication.run(Application.class, args);
    }
}
