package io.vidstead.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.File;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/openapi.json names exactly the routes that the resources have. */
class OpenApiDriftTest {

    private static final File DOCUMENT = new File("../docs/openapi.json");

    @Test
    void everyRouteIsDescribedAndNoOther() throws IOException {
        Set<String> built = House.CLASSES.stream()
                .filter(type -> type.isAnnotatedWith(Path.class))
                .flatMap(OpenApiDriftTest::routes)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(built).hasSizeGreaterThan(20);
        assertThat(described()).containsExactlyElementsOf(built);
    }

    private static Set<String> described() throws IOException {
        Set<String> routes = new TreeSet<>();
        JsonNode paths = new ObjectMapper().readTree(DOCUMENT).path("paths");
        paths.properties()
                .forEach(path -> path.getValue()
                        .fieldNames()
                        .forEachRemaining(method -> routes.add(route(method, path.getKey()))));
        return routes;
    }

    private static Stream<String> routes(JavaClass resource) {
        String base = resource.getAnnotationOfType(Path.class).value();
        return resource.getMethods().stream()
                .filter(method -> method.isMetaAnnotatedWith(HttpMethod.class))
                .map(method -> route(httpMethod(method), base + "/" + subPath(method)));
    }

    private static String subPath(JavaMethod method) {
        return method.isAnnotatedWith(Path.class)
                ? method.getAnnotationOfType(Path.class).value()
                : "";
    }

    private static String httpMethod(JavaMethod method) {
        return method.getAnnotations().stream()
                .map(JavaAnnotation::getRawType)
                .filter(type -> type.isAnnotatedWith(HttpMethod.class))
                .findFirst()
                .map(JavaClass::getSimpleName)
                .orElseThrow();
    }

    /** What a path's parameters are called is no difference. */
    private static String route(String method, String path) {
        String plain = path.replaceAll("\\{[^}]*}", "{}").replaceAll("/+", "/").replaceAll("(.)/$", "$1");
        return plain + " " + method.toUpperCase(Locale.ROOT);
    }
}
