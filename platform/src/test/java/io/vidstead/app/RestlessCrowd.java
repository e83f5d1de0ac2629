package io.vidstead.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.vidstead.engines.Await;
import io.vidstead.testing.Visitor;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** People who change their minds about a video without end. */
final class RestlessCrowd {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final int PEOPLE = 8;
    private static final List<String> ACTIONS = List.of("like", "dislike", "like", "remove");

    private final URI site;
    private final List<Visitor> people;
    private final String video;
    private boolean moved;

    private RestlessCrowd(URI site, List<Visitor> people, String video) {
        this.site = site;
        this.people = people;
        this.video = video;
    }

    static RestlessCrowd come(URI site, String video) {
        List<Visitor> people =
                IntStream.range(0, PEOPLE).mapToObj(_ -> Visitor.user(site)).toList();
        return new RestlessCrowd(site, people, video);
    }

    RestlessCrowd at(URI address) {
        List<Visitor> same = people.stream().map(person -> person.at(address)).toList();
        return new RestlessCrowd(address, same, video);
    }

    /** Everybody clicks until the server is gone. */
    Stream<Thread> click() {
        return people.stream().map(person -> Thread.ofVirtual().start(() -> click(person)));
    }

    private void click(Visitor person) {
        Random random = new Random(person.username().hashCode());
        try {
            while (true) {
                String action = ACTIONS.get(random.nextInt(ACTIONS.size()));
                assertThat(react(person, action).status()).isIn(200, 429);
            }
        } catch (UncheckedIOException _) {
            // the server is gone
        }
    }

    int likes() {
        return likes(people.getFirst());
    }

    /** Whether the counters have counted since there were so many likes. */
    boolean hasMovedFrom(int likes) {
        moved = moved || likes() != likes;
        return moved;
    }

    void assertCountedExactly() {
        Visitor last = Visitor.user(site);
        long truth = people.stream()
                .filter(person -> page(person).path("reaction").asText().equals("like"))
                .count();
        // Events of a video keep their order: when the last one's like is counted, all before it are.
        Await.await(
                "the last like to be taken", LIMIT, () -> react(last, "like").status() == 200);
        Await.await("the counts to be exact", LIMIT, () -> likes(last) == truth + 1);
        Await.await("it to be taken back", LIMIT, () -> react(last, "remove").status() == 200);
        Await.await("the counts to be exact again", LIMIT, () -> likes(last) == truth);
    }

    private int likes(Visitor who) {
        return page(who).path("like_count").asInt();
    }

    private JsonNode page(Visitor who) {
        return who.get("/api/v1/videos/" + video).json();
    }

    private Visitor.Answer react(Visitor who, String action) {
        return who.post("/api/v1/videos/" + video + "/like", "{\"action\": \"" + action + "\"}");
    }
}
