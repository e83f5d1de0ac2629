package io.vidstead.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.http.TestHTTPResource;
import io.vidstead.testing.PlatformTest;
import io.vidstead.testing.Visitor;
import io.vidstead.testing.Visitor.Answer;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the server answers has exactly the members that docs/openapi.json promises. */
@PlatformTest
class AnswersTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TestHTTPResource("/")
    URI site;

    private JsonNode document = JSON.createObjectNode();

    @BeforeEach
    void read() throws IOException {
        document = JSON.readTree(new File("../docs/openapi.json"));
    }

    @Test
    void answersAreAsDescribed() {
        Visitor person = Visitor.user(site);
        Visitor anonymous = Visitor.anonymous(site);
        Answer registered = anonymous.post(
                "/api/v1/auth/register",
                Map.of(
                        "username",
                        "o" + System.nanoTime(),
                        "email",
                        "o" + System.nanoTime() + "@example.org",
                        "password",
                        Visitor.PASSWORD));
        check("Tokens", registered);
        check("Me", person.get("/api/v1/me"));
        check("Channel", anonymous.get("/api/v1/channels/" + person.username()));
        check("Categories", anonymous.get("/api/v1/categories"));
        check("SetupState", anonymous.get("/api/v1/setup"));
        check("VideoPage", anonymous.get("/api/v1/videos"));
        check("Problem", anonymous.get("/api/v1/videos/nothing-here"));
        check("Problem", anonymous.post("/api/v1/auth/register", "{\"username\":\"x\"}"));

        Answer upload = person.post(
                "/api/v1/videos/upload/initiate",
                Map.of("title", "A title", "file_size", 1000, "file_type", "video/mp4", "file_name", "a.mp4"));
        assertThat(upload.status()).isEqualTo(201);
        check("Upload", upload);
        JsonNode begun = upload.json();
        String video = "/api/v1/videos/" + begun.path("video_id").asText();
        check("Video", person.get(video));
        check("ProcessingStatus", person.get(video + "/status"));
        check("MyVideoPage", person.get("/api/v1/me/videos"));
        check(
                "UploadState",
                person.get("/api/v1/videos/upload/" + begun.path("upload_id").asText()));
    }

    private void check(String schema, Answer answer) {
        List<String> faults = new ArrayList<>();
        check(schema, document.path("components").path("schemas").path(schema), answer.json(), faults);
        assertThat(faults).as("%s: %s", schema, answer).isEmpty();
    }

    private void check(String where, JsonNode schema, JsonNode value, List<String> faults) {
        if (schema.has("$ref")) {
            check(where, document.at(schema.path("$ref").asText().substring(1)), value, faults);
        } else if (schema.has("anyOf")) {
            boolean fits = schema.path("anyOf").valueStream().anyMatch(one -> {
                List<String> its = new ArrayList<>();
                check(where, one, value, its);
                return its.isEmpty();
            });
            if (!fits) {
                faults.add(where + " fits none of " + schema + ": " + value);
            }
        } else if (!typeFits(schema.path("type"), value)) {
            faults.add(where + " is " + value.getNodeType() + ", not " + schema.path("type"));
        } else if (schema.has("enum") && schema.path("enum").valueStream().noneMatch(value::equals)) {
            faults.add(where + " is " + value + ", none of " + schema.path("enum"));
        } else if (value.isArray()) {
            value.forEach(item -> check(where + "[]", schema.path("items"), item, faults));
        } else if (value.isObject() && schema.has("properties")) {
            checkMembers(where, schema, value, faults);
        }
    }

    private void checkMembers(String where, JsonNode schema, JsonNode value, List<String> faults) {
        Set<String> unknown = new HashSet<>();
        value.fieldNames().forEachRemaining(unknown::add);
        schema.path("required").forEach(name -> {
            if (!value.has(name.asText())) {
                faults.add(where + "." + name.asText() + " is missing");
            }
        });
        schema.path("properties").properties().forEach(member -> {
            unknown.remove(member.getKey());
            if (value.has(member.getKey())) {
                check(where + "." + member.getKey(), member.getValue(), value.get(member.getKey()), faults);
            }
        });
        unknown.forEach(name -> faults.add(where + "." + name + " is not described"));
    }

    private static boolean typeFits(JsonNode type, JsonNode value) {
        if (type.isArray()) {
            return type.valueStream().anyMatch(one -> typeFits(one, value));
        }
        return switch (type.asText()) {
            case "string" -> value.isTextual();
            case "integer" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            case "boolean" -> value.isBoolean();
            case "array" -> value.isArray();
            case "object" -> value.isObject();
            case "null" -> value.isNull();
            default -> true;
        };
    }
}
