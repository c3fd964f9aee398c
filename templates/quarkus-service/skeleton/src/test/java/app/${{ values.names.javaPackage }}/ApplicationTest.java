package app.${{ values.names.javaPackage }};

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

/** The whole service over HTTP, with nothing but AWS{% if values.has.postgres %} and PostgreSQL{% endif %} replaced. */
@QuarkusTest
@TestProfile(TestSettings.class)
class ApplicationTest {
    private final HttpClient http = HttpClient.newHttpClient();

    @TestHTTPResource("/")
    URI root;

    @Test
    void isAlive() throws Exception {
        assertThat(get("/healthz").statusCode()).isEqualTo(200);
    }

    @Test
{% if values.has.redis %}
    void isNotReadyWithoutRedis() throws Exception {
        assertThat(get("/readyz").statusCode()).isEqualTo(503);
    }
{% else %}
    void becomesReady() throws Exception {
        HttpResponse<String> answer = get("/readyz");
        for (int i = 0; i < 50 && answer.statusCode() != 200; i++) {
            Thread.sleep(100);
            answer = get("/readyz");
        }
        assertThat(answer.statusCode()).isEqualTo(200);
    }
{% endif %}

    @Test
    void showsOnlyWhatIsMeantToBeSeen() throws Exception {
        assertThat(get("/q/arc").statusCode()).isEqualTo(404);
        assertThat(get("/q/dev-ui").statusCode()).isEqualTo(404);
    }
{% if values.has.queues %}

    @Test
    void countsMessages() throws Exception {
        assertThat(get("/metrics").body().lines())
                .filteredOn(line -> line.startsWith("messaging_process_duration_seconds_count"))
                .anySatisfy(line -> assertThat(line)
                        .contains("service_name=\"${{ values.spec.name }}\"")
                        .contains("messaging_destination_name=\"dev-test\"")
                        .contains("error_type=\"\""));
    }
{% endif %}
{% if values.has.http %}

    @Test
    void createsAnItemAndFindsIt() throws Exception {
        HttpResponse<String> created = post("{\"name\":\"pen\",\"quantity\":3}");
        assertThat(created.statusCode()).isEqualTo(201);
        assertThat(created.headers().firstValue("X-Request-Id")).isPresent();
        String location = created.headers().firstValue("Location").orElseThrow();
        HttpResponse<String> found = get(URI.create(location).getPath());
        assertThat(found.statusCode()).isEqualTo(200);
        assertThat(found.body()).contains("\"name\":\"pen\"").contains("\"quantity\":3");
{% if values.has.publishes or values.has.sends %}
        assertThat(TestServices.SENT).anySatisfy(message -> assertThat(message)
                .contains("\"eventType\":\"ItemCreated\"")
                .contains("\"payload\":{"));
{% endif %}
        assertThat(get("/metrics").body().lines())
                .filteredOn(line -> line.startsWith("http_server_request_duration_seconds_bucket"))
                .anySatisfy(line -> assertThat(line)
                        .contains("service_name=\"${{ values.spec.name }}\"")
                        .contains("http_route=\"/api/items\"")
                        .contains("http_response_status_code=\"201\""));
    }

    @Test
    void answersErrorsAsProblems() throws Exception {
        HttpResponse<String> invalid = post("{\"name\":\"\",\"quantity\":0}");
        assertThat(invalid.statusCode()).isEqualTo(400);
        assertThat(invalid.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(invalid.body()).contains("\"field\":\"name\"").contains("\"field\":\"quantity\"");
        assertThat(post("not json").statusCode()).isEqualTo(400);
        HttpResponse<String> missing = get("/api/items/00000000-0000-0000-0000-000000000000");
        assertThat(missing.statusCode()).isEqualTo(404);
        assertThat(missing.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(get("/api/items/none").statusCode()).isEqualTo(404);
    }

    @Test
    void keepsTheIdOfARequestButNoNonsense() throws Exception {
        HttpRequest.Builder request = request("/api/items/none");
        assertThat(send(request.setHeader("X-Request-Id", "abc-1")).headers().firstValue("X-Request-Id"))
                .contains("abc-1");
        assertThat(send(request.setHeader("X-Request-Id", "a b\"c")).headers().firstValue("X-Request-Id"))
                .hasValueSatisfying(id -> assertThat(id).hasSize(36));
    }

    private HttpResponse<String> post(String body) throws IOException, InterruptedException {
        return send(request("/api/items")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }
{% endif %}

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(request(path));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(root.resolve(path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString());
    }
}
