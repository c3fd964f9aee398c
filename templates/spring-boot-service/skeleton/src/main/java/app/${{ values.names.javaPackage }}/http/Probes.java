package app.${{ values.names.javaPackage }}.http;

import java.util.Set;

/** Paths that the platform asks every few seconds: neither logged nor counted as traffic. */
public final class Probes {
    private static final Set<String> PATHS = Set.of("/healthz", "/readyz", "/metrics");

    private Probes() {}

    public static boolean isProbe(String path) {
        return PATHS.contains(path);
    }
}
