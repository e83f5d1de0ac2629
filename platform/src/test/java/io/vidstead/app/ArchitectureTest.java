package io.vidstead.app;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaParameter;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HttpMethod;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The directions of the house (docs/architecture.md), kept. */
@Execution(ExecutionMode.CONCURRENT)
class ArchitectureTest {

    private static final JavaClasses HOUSE = House.CLASSES;

    /** Which features a feature may use beside kernel and jobs, which all may. A new edge is a decision: write it down. */
    private static final Map<String, Set<String>> EDGES = Map.ofEntries(
            Map.entry("kernel", Set.of()),
            Map.entry("jobs", Set.of()),
            Map.entry("accounts", Set.of()),
            Map.entry("catalog", Set.of("accounts")),
            Map.entry("uploads", Set.of("catalog", "accounts", "processing")),
            Map.entry("processing", Set.of("catalog")),
            Map.entry("playback", Set.of("catalog")),
            Map.entry("realtime", Set.of("catalog", "accounts")),
            Map.entry("views", Set.of("catalog", "playback")),
            Map.entry("storage", Set.of("catalog", "processing", "uploads", "views", "accounts")),
            Map.entry("engagement", Set.of("catalog", "accounts")),
            Map.entry("playlists", Set.of("catalog", "accounts", "engagement")),
            Map.entry("history", Set.of("catalog")),
            Map.entry("comments", Set.of("catalog", "accounts", "moderation")),
            Map.entry("moderation", Set.of()),
            Map.entry("captions", Set.of("catalog", "processing")),
            Map.entry("trending", Set.of("catalog", "engagement")),
            Map.entry(
                    "recommendations", Set.of("catalog", "accounts", "engagement", "history", "experiments", "search")),
            Map.entry("notifications", Set.of("catalog", "accounts", "comments", "engagement")),
            Map.entry("experiments", Set.of()),
            Map.entry("worldevents", Set.of("catalog", "search")),
            Map.entry("search", Set.of("catalog", "captions", "accounts", "comments", "engagement", "playlists")));

    private static final Set<String> FOR_ALL = Set.of("kernel", "jobs");

    @Test
    void theHouseWasFound() {
        assertThat(HOUSE.size()).isGreaterThan(200);
        assertThat(HOUSE.containPackage("io.vidstead.media")).isTrue();
        assertThat(HOUSE.containPackage("io.vidstead.engines.objects")).isTrue();
    }

    @Test
    void mediaEnginesAndRankingKnowNothingOfTheRest() {
        noClasses()
                .that()
                .resideInAPackage("io.vidstead.media..")
                .should()
                .dependOnClassesThat(resideInAPackage("io.vidstead..")
                        .and(resideInAPackage("io.vidstead.media..").negate()))
                .orShould()
                .dependOnClassesThat()
                .resideInAnyPackage("io.quarkus..", "jakarta..", "java.sql..", "org.jdbi..")
                .check(HOUSE);
        noClasses()
                .that()
                .resideInAPackage("io.vidstead.engines..")
                .should()
                .dependOnClassesThat(resideInAPackage("io.vidstead..")
                        .and(resideInAPackage("io.vidstead.engines..").negate()))
                .orShould()
                .dependOnClassesThat(resideInAnyPackage("io.quarkus..", "jakarta..")
                        .and(resideInAnyPackage("jakarta.mail..").negate())) // a library, used by one engine
                .check(HOUSE);
        noClasses()
                .that()
                .resideInAPackage("io.vidstead.ranking..")
                .should()
                .dependOnClassesThat(resideInAPackage("io.vidstead..")
                        .and(resideInAPackage("io.vidstead.ranking..").negate()))
                .orShould()
                .dependOnClassesThat()
                .resideInAnyPackage("io.quarkus..", "jakarta..", "java.sql..", "org.jdbi..")
                .check(HOUSE);
    }

    @Test
    void nobodyUsesTheApp() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.vidstead.app..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.vidstead.app..")
                .check(HOUSE);
    }

    @Test
    void featuresAreFreeOfCycles() {
        slices().matching("io.vidstead.(*)..")
                .should()
                .beFreeOfCycles()
                .check(HOUSE.that(resideInAPackage("io.vidstead.media..")
                        .or(resideInAPackage("io.vidstead.engines.."))
                        .or(resideInAPackage("io.vidstead.ranking.."))
                        .negate()));
    }

    static Set<String> features() {
        return EDGES.keySet();
    }

    @ParameterizedTest
    @MethodSource("features")
    void featuresUseOnlyTheEdgesThatAreDeclared(String feature) {
        Set<String> allowed = EDGES.getOrDefault(feature, Set.of());
        classes()
                .that()
                .resideInAPackage("io.vidstead." + feature + "..")
                .should()
                .onlyDependOnClassesThat(DescribedPredicate.describe(
                        "of itself, of " + allowed + " or for all",
                        (JavaClass used) -> isAllowed(feature, allowed, used.getPackageName())))
                .allowEmptyShould(true)
                .check(HOUSE);
    }

    private static boolean isAllowed(String feature, Set<String> allowed, String used) {
        if (!used.startsWith("io.vidstead.")) {
            return true;
        }
        String room = used.split("\\.")[2];
        return room.equals(feature)
                || allowed.contains(room)
                || (FOR_ALL.contains(room) && !FOR_ALL.contains(feature))
                || (feature.equals("jobs") && room.equals("kernel"))
                || room.equals("engines")
                || room.equals("ranking")
                || room.equals("media");
    }

    @Test
    void everyFeatureHasItsEdgesDeclared() {
        Set<String> rooms = HOUSE.stream()
                .map(JavaClass::getPackageName)
                .filter(name -> name.startsWith("io.vidstead."))
                .map(name -> name.split("\\.")[2])
                .collect(Collectors.toCollection(TreeSet::new));
        rooms.removeAll(Set.of("app", "media", "engines", "ranking"));
        assertThat(EDGES.keySet()).containsAll(rooms);
    }

    /** Quarkus leaves others out silently: the address would answer 404. */
    @Test
    void resourceMethodsArePublic() {
        methods()
                .that()
                .areMetaAnnotatedWith(HttpMethod.class)
                .should()
                .bePublic()
                .check(HOUSE);
        assertThat(HOUSE.stream()
                        .flatMap(type -> type.getMethods().stream())
                        .filter(method -> method.isMetaAnnotatedWith(HttpMethod.class)))
                .hasSizeGreaterThan(10);
    }

    @Test
    void resourcesAreNoPartOfAFeaturesApi() {
        classes()
                .that()
                .haveSimpleNameEndingWith("Resource")
                .or()
                .haveSimpleNameEndingWith("Store")
                .and()
                .resideOutsideOfPackage("io.vidstead.engines..")
                .and()
                .resideOutsideOfPackage("io.vidstead.media..")
                .should()
                .bePackagePrivate()
                .check(HOUSE);
    }

    @Test
    void everyPackageSaysWhatItIsAndIsNullMarked() {
        Set<String> packages = HOUSE.stream()
                .filter(type -> !type.getSimpleName().equals("package-info"))
                .map(JavaClass::getPackageName)
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> described = HOUSE.stream()
                .filter(type -> type.getSimpleName().equals("package-info"))
                .filter(type -> type.isAnnotatedWith(NullMarked.class))
                .map(JavaClass::getPackageName)
                .collect(Collectors.toSet());
        assertThat(described).containsAll(packages);
    }

    @Test
    void thereIsNoSharedMutableState() {
        fields().that()
                .areStatic()
                .and()
                .doNotHaveModifier(JavaModifier.SYNTHETIC)
                .and()
                .areDeclaredInClassesThat()
                .resideInAPackage("io.vidstead..")
                .should()
                .beFinal()
                .check(HOUSE);
    }

    /** What {@code BodyValidation} reads; before anything else than a body nobody would read it. */
    @Test
    void constraintsOfParametersStandBeforeBodiesOnly() {
        List<JavaParameter> constrained = HOUSE.stream()
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.isMetaAnnotatedWith(HttpMethod.class))
                .flatMap(method -> method.getParameters().stream())
                .filter(parameter -> annotations(parameter).anyMatch(name -> name.startsWith("jakarta.validation.")))
                .toList();
        Set<String> ofBodies = Set.of(Valid.class.getName(), NotNull.class.getName());
        assertThat(constrained)
                .isNotEmpty()
                .allSatisfy(parameter -> assertThat(annotations(parameter)
                                .filter(name -> name.startsWith("jakarta."))
                                .toList())
                        .as(parameter.getDescription())
                        .isSubsetOf(ofBodies));
    }

    private static Stream<String> annotations(JavaParameter parameter) {
        return parameter.getAnnotations().stream()
                .map(annotation -> annotation.getRawType().getName());
    }
}
