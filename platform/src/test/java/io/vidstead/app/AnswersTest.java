package io.vidstead.app;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.http.ContentType;
import io.vidstead.testing.People;
import io.vidstead.testing.People.Person;
import io.vidstead.testing.PlatformTest;
import java.io.File;
import java.io.IOException;
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

    private JsonNode document = JSON.createObjectNode();

    @BeforeEach
    void read() throws IOException {
        document = JSON.readTree(new File("../docs/openapi.json"));
    }

    @Test
    void answersAreAsDescribed() throws IOException {
        Person person = People.register();
        String registered = given().contentType(ContentType.JSON)
                .body(Map.of(
                        "username",
                        "o" + System.nanoTime(),
                        "email",
                        "o" + System.nanoTime() + "@example.org",
                        "password",
                        People.PASSWORD))
                .post("/api/v1/auth/register")
                .asString();
        check("Tokens", registered);
        check("Me", person.request().get("/api/v1/me").asString());
        check("Channel", given().get("/api/v1/channels/" + person.username()).asString());
        check("Categories", given().get("/api/v1/categories").asString());
        check("SetupState", given().get("/api/v1/setup").asString());
        check("VideoPage", given().get("/api/v1/videos").asString());
        check("Problem", given().get("/api/v1/videos/nothing-here").asString());
        check(
                "Problem",
                given().contentType(ContentType.JSON)
                        .body("{\"username\":\"x\"}")
                        .post("/api/v1/auth/register")
                        .asString());

        String upload = person.request()
                .body(Map.of("title", "A title", "file_size", 1000, "file_type", "video/mp4", "file_name", "a.mp4"))
                .post("/api/v1/videos/upload/initiate")
                .then()
                .statusCode(201)
                .extract()
                .asString();
        check("Upload", upload);
        JsonNode begun = JSON.readTree(upload);
        String video = "/api/v1/videos/" + begun.path("video_id").asText();
        check("Video", person.request().get(video).asString());
        check("ProcessingStatus", person.request().get(video + "/status").asString());
        check("MyVideoPage", person.request().get("/api/v1/me/videos").asString());
        check(
                "UploadState",
                person.request()
                        .get("/api/v1/videos/upload/" + begun.path("upload_id").asText())
                        .asString());
    }

    private void check(String schema, String answer) throws IOException {
        List<String> faults = new ArrayList<>();
        check(schema, document.path("components").path("schemas").path(schema), JSON.readTree(answer), faults);
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
