package io.vidstead.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import io.quarkus.test.common.http.TestHTTPResource;
import io.vidstead.engines.mail.Mailer;
import io.vidstead.kernel.Ids;
import io.vidstead.kernel.Role;
import io.vidstead.testing.Films;
import io.vidstead.testing.PlatformTest;
import io.vidstead.testing.Visitor;
import io.vidstead.testing.Visitor.Answer;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Every route × everybody, really asked, is what docs/authorization.md says; a route that is not in it fails. To write it anew:
 * {@code -Dvidstead.update=true}; then read what changed. What must hold whatever the page says is asserted beside it.
 */
@PlatformTest
class AuthorizationTest {

    private static final Path PAGE = Path.of("..", "docs", "authorization.md");

    /** Whoever has the link may: the token in it is the right, and the one used here is forged. */
    private static final Set<String> BY_TOKEN =
            Set.of("GET /api/v1/notifications/unsubscribe", "POST /api/v1/notifications/unsubscribe", "GET /ws");

    /** Changes that people may make without an account. */
    private static final Set<String> OPEN_TO_ALL = Set.of(
            "POST /api/v1/auth/register",
            "POST /api/v1/auth/login",
            "POST /api/v1/auth/logout",
            "POST /api/v1/videos/{id}/views",
            "POST /api/v1/videos/{id}/share");

    /** Statuses by which somebody is turned away. */
    private static final Set<Integer> REFUSALS = Set.of(401, 403, 404);

    @TestHTTPResource("/")
    URI site;

    @Inject
    Films films;

    @Inject
    Jdbi jdbi;

    @Inject
    Ids ids;

    @Inject
    Mailer mailer;

    /** One line of the page. */
    private record Line(Route route, String thing, Map<String, Integer> statuses) {

        int of(String who) {
            return statuses.getOrDefault(who, 0);
        }

        boolean allows(String who) {
            return !REFUSALS.contains(of(who)) && of(who) < 400;
        }

        @Override
        public String toString() {
            return "| `" + route + "` | " + thing + " | "
                    + statuses.values().stream()
                            .map(status -> status < 400 ? "yes" : status.toString())
                            .collect(Collectors.joining(" | "))
                    + " |";
        }
    }

    @Test
    void everyRouteAnswersEverybodyAsThePageSays() throws IOException {
        List<Line> lines = ask();
        String page = render(lines);
        if (Boolean.getBoolean("vidstead.update")) {
            Files.writeString(PAGE, page);
        }
        assertSoftly(soft -> lines.forEach(line -> check(line, soft)));
        assertThat(PAGE).hasContent(page);
    }

    /** A pass over the files would have hundreds of films repaired whose files no test has written. */
    @AfterEach
    void noPassGoesOn() {
        jdbi.useHandle(handle -> handle.execute("update scrub_passes set ended_at = now() where ended_at is null"));
    }

    private Map<String, Visitor> people() {
        Map<String, Visitor> people = new LinkedHashMap<>();
        people.put("anonymous", Visitor.anonymous(site));
        people.put("other", Visitor.user(site));
        people.put("owner", Visitor.user(site));
        people.put("moderator", Visitor.of(site, Role.MODERATOR, jdbi));
        people.put("administrator", Visitor.of(site, Role.ADMINISTRATOR, jdbi));
        return people;
    }

    private List<Line> ask() throws IOException {
        Map<String, Visitor> usual = people();
        Visitor guest = Visitor.user(site);
        Map<String, Belongings> belongings = new HashMap<>();
        List<Line> lines = new ArrayList<>();
        for (Route route : Route.all()) {
            Map<String, Visitor> people = route.endsSignIns() ? people() : usual;
            List<String> things = route.isOfSomethingPrivate() ? List.of("public", "private") : List.of("public");
            for (String thing : things) {
                Map<String, Integer> statuses = new LinkedHashMap<>();
                people.forEach((name, person) -> {
                    Belongings asked = belongings.computeIfAbsent(thing, privacy -> belongings(usual, guest, privacy));
                    int status = status(route, person, asked);
                    statuses.put(name, status);
                    if (status < 400 && route.usesUp()) {
                        belongings.remove(thing);
                    }
                });
                lines.add(new Line(route, route.isOfSomethingPrivate() ? thing : "", statuses));
            }
        }
        return lines;
    }

    private Belongings belongings(Map<String, Visitor> people, Visitor guest, String privacy) {
        return new Belongings(
                people.get("owner"),
                guest,
                people.get("administrator"),
                privacy,
                new Belongings.Tools(films, jdbi, ids, mailer));
    }

    private static int status(Route route, Visitor who, Belongings things) {
        Bodies.Body body = Bodies.of(route, who, things);
        String path = things.fill(route.path()) + Bodies.query(route, things);
        Answer answer = who.send(
                route.method(),
                path,
                body.bytes().length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body.bytes()),
                body.headers().toArray(String[]::new));
        return answer.status();
    }

    private static void check(Line line, SoftAssertions soft) {
        String route = line.route().toString();
        if (!BY_TOKEN.contains(route)) {
            soft.assertThat(line.statuses().values())
                    .as("%s: nothing but who asks may be wrong, and nothing breaks", line)
                    .allMatch(status -> status < 400
                            || REFUSALS.contains(status)
                            || status == 409
                            || (status == 400 && route.endsWith("/subscription"))); // nobody follows themselves
        }
        if (!line.route().reads() && !OPEN_TO_ALL.contains(route)) {
            soft.assertThat(line.allows("anonymous"))
                    .as("%s changes something for nobody", line)
                    .isFalse();
        }
        if (line.thing().equals("private") && !route.equals("POST /api/v1/playlists/{id}/collaborators")) {
            soft.assertThat(List.of(line.of("anonymous"), line.of("other")))
                    .as("%s: strangers do not learn that it exists", line)
                    .isSubsetOf(401, 404);
        }
        if (line.route().path().startsWith("/api/v1/admin/")) {
            soft.assertThat(List.of(line.of("anonymous"), line.of("other"), line.of("owner"), line.of("moderator")))
                    .as("%s", line)
                    .containsExactly(401, 403, 403, 403);
            soft.assertThat(line.allows("administrator")).as("%s", line).isTrue();
        }
        if (line.route().path().startsWith("/internal/")) {
            soft.assertThat(line.statuses().values())
                    .as("%s is for signed addresses", line)
                    .containsOnly(403);
        }
    }

    private static String render(List<Line> lines) {
        StringBuilder page = new StringBuilder("""
                # Who may do what

                Every route of the API, and what it answers to each kind of caller when nothing else is wrong: `yes`, or the status
                that refuses. The things asked about belong to the owner; where they may be private, both kinds are asked. This page
                is written by a test that asks a running site, and compared at each run: a route that is not here fails it.

                `401` says sign in; `403` that this person may not; `404` also that they may not know. `409` comes after the question
                who may: the thing is in another state; `400` that nobody follows themselves. Where a token in the address or the body is
                the right to do something (invitations, letters, sockets, setting up), the one used here is forged unless it says
                `yes`.

                | route | thing | anonymous | other user | owner | moderator | administrator |
                |---|---|---|---|---|---|---|
                """);
        lines.forEach(line -> page.append(line).append('\n'));
        return page.toString();
    }
}
