package app.${{ values.names.javaPackage }}.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** Gives each request an id, or keeps the one it came with, puts it into every line of the log, and answers with it. */
public class RequestIdFilter {
    private static final Logger log = LoggerFactory.getLogger(RequestIdFilter.class);
    private static final String HEADER = "X-Request-Id";
    private static final String STARTED = "started";
    private static final String FIELD = "request_id";
    // What comes from outside goes into the log: nothing but this.
    private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    @ServerRequestFilter(preMatching = true)
    public void begin(ContainerRequestContext request) {
        String given = request.getHeaderString(HEADER);
        String id = given != null && SAFE.matcher(given).matches()
                ? given
                : UUID.randomUUID().toString();
        request.setProperty(FIELD, id);
        request.setProperty(STARTED, System.nanoTime());
        MDC.put(FIELD, id);
    }

    @ServerResponseFilter
    public void end(ContainerRequestContext request, ContainerResponseContext response) {
        if (!(request.getProperty(STARTED) instanceof Long started)) {
            return;
        }
        response.getHeaders().putSingle(HEADER, request.getProperty(FIELD));
        long millis = (System.nanoTime() - started) / 1_000_000;
        String path = request.getUriInfo().getRequestUri().getRawPath();
        log.info("request {} {} {} {} ms", request.getMethod(), path, response.getStatus(), millis);
        MDC.remove(FIELD);
    }
}
