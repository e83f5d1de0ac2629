package io.vidstead.engagement;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.vidstead.engines.Await;
import io.vidstead.testing.ProcessTest;
import io.vidstead.testing.ServerProcess;
import io.vidstead.testing.UploadedFilm;
import io.vidstead.testing.Visitor;
import io.vidstead.uploads.UploadClient;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** kill -9 of the server, twice, while many change their minds about a video. */
@ProcessTest
class ReactionCrashIT {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final int USERS = 8;
    private static final List<String> ACTIONS = List.of("like", "dislike", "like", "remove");

    @Test
    void countsEqualWhatPeopleThinkHoweverTheServerEnds() {
        Path data = ServerProcess.freshData("reactions");
        String[] settings = {"--registration.per-hour", "1000"};
        String video;
        List<Visitor> people;
        try (ServerProcess server = ServerProcess.start(data, settings)) {
            URI site = URI.create(server.url());
            video = UploadedFilm.of(UploadClient.register(site));
            people = IntStream.range(0, USERS).mapToObj(_ -> Visitor.user(site)).toList();
            clickUntilKilled(server, people, video);
        }
        for (int crash = 0; crash < 2; crash++) {
            try (ServerProcess server = ServerProcess.start(data, settings)) {
                URI site = URI.create(server.url());
                people = people.stream().map(person -> person.at(site)).toList();
                assertExact(people, video, Visitor.user(site));
                if (crash == 0) {
                    clickUntilKilled(server, people, video);
                }
            }
        }
    }

    /** Everybody clicks without end; the server dies while the counters are at work. */
    private static void clickUntilKilled(ServerProcess server, List<Visitor> people, String video) {
        var killed = new AtomicBoolean();
        List<Thread> clicking = people.stream()
                .map(person -> Thread.ofVirtual().start(() -> click(person, video, killed)))
                .toList();
        int before = likes(people.getFirst(), video);
        server.killWhen("counts to move", () -> likes(people.getFirst(), video) != before);
        killed.set(true);
        clicking.forEach(ReactionCrashIT::join);
    }

    private static void click(Visitor person, String video, AtomicBoolean killed) {
        var random = new Random(person.username().hashCode());
        while (!killed.get()) {
            try {
                assertThat(react(person, video, ACTIONS.get(random.nextInt(ACTIONS.size())))
                                .status())
                        .isIn(200, 429);
            } catch (UncheckedIOException _) {
                return; // the server is gone
            }
        }
    }

    private static void assertExact(List<Visitor> people, String video, Visitor last) {
        long truth = people.stream()
                .filter(person -> page(person, video).path("reaction").asText().equals("like"))
                .count();
        // Events of a video keep their order: when the last one's like is counted, all before it are.
        Await.await(
                "the last like to be taken",
                LIMIT,
                () -> react(last, video, "like").status() == 200);
        Await.await("the counts to be exact", LIMIT, () -> likes(last, video) == truth + 1);
        Await.await(
                "it to be taken back", LIMIT, () -> react(last, video, "remove").status() == 200);
        Await.await("the counts to be exact again", LIMIT, () -> likes(last, video) == truth);
    }

    private static int likes(Visitor who, String video) {
        return page(who, video).path("like_count").asInt();
    }

    private static JsonNode page(Visitor who, String video) {
        return who.get("/api/v1/videos/" + video).json();
    }

    private static Visitor.Answer react(Visitor who, String video, String action) {
        return who.post("/api/v1/videos/" + video + "/like", "{\"action\": \"" + action + "\"}");
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
