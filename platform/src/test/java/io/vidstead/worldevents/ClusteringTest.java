package io.vidstead.worldevents;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidstead.catalog.PublicVideo;
import io.vidstead.kernel.UserId;
import io.vidstead.kernel.VideoId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** When videos are an event, and what it is called. */
class ClusteringTest {

    private static final Instant NOW = Instant.parse("2026-06-30T12:00:00Z");
    private static final int FLOOD = 0;
    private static final int CATS = 1;

    private final Random random = new Random(8);
    private final List<Subject> subjects = new ArrayList<>();

    /** @param about which of the unit vectors; a little of another is mixed in */
    private VideoId publish(String title, long channel, Duration ago, int about) {
        PublicVideo video = new PublicVideo(
                VideoId.random(random),
                new UserId(channel),
                title,
                "",
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Duration.ofMinutes(3),
                720,
                false,
                NOW.minus(ago),
                0,
                0,
                0);
        float[] vector = new float[8];
        vector[about] = 0.8f;
        vector[2 + random.nextInt(6)] = 0.6f;
        subjects.add(new Subject(video, vector));
        return video.id();
    }

    private List<WorldEvent> find() {
        Collections.shuffle(subjects, random);
        return Clustering.find(subjects, NOW);
    }

    @Test
    void whatSeveralChannelsTalkAboutInAShortTimeIsAnEvent() {
        VideoId first = publish("The Danube floods Passau", 1, Duration.ofHours(30), FLOOD);
        VideoId second = publish("Passau under water: flood report", 2, Duration.ofHours(20), FLOOD);
        publish("My cat sleeps", 3, Duration.ofHours(19), CATS);
        VideoId third = publish("Flood in Passau, the second day", 3, Duration.ofHours(2), FLOOD);
        assertThat(find()).singleElement().satisfies(event -> {
            assertThat(event.id()).isEqualTo(first);
            assertThat(event.videos()).containsExactly(third, second, first);
            assertThat(event.terms()).containsExactly("Passau", "flood");
            assertThat(event.began()).isEqualTo(NOW.minus(Duration.ofHours(30)));
            assertThat(event.latest()).isEqualTo(NOW.minus(Duration.ofHours(2)));
        });
    }

    @Test
    void oneChannelAloneIsNone() {
        for (int i = 0; i < 30; i++) {
            publish("Flood in Passau", 1, Duration.ofHours(i), FLOOD);
        }
        assertThat(find()).isEmpty();
    }

    @Test
    void whatIsPublishedAsOftenAllTheMonthIsNone() {
        for (int hours = 1; hours < 28 * 24; hours += 12) {
            publish("Cat number " + hours, hours % 5, Duration.ofHours(hours), CATS);
        }
        assertThat(find()).isEmpty();
        for (int i = 0; i < 10; i++) {
            publish("Cat strike", i, Duration.ofHours(i), CATS);
        }
        assertThat(find()).extracting(WorldEvent::terms).containsExactly(List.of("strike"));
    }

    @Test
    void whatIsPastIsNone() {
        for (int i = 0; i < 9; i++) {
            publish("Flood in Passau", i, Duration.ofDays(10).plusHours(i), FLOOD);
        }
        assertThat(find()).isEmpty();
    }

    @Test
    void videosWithoutAWordInCommonHaveNoNameAndAreNone() {
        publish("One", 1, Duration.ofHours(3), FLOOD);
        publish("Two and the", 2, Duration.ofHours(2), FLOOD);
        publish("Three and the", 3, Duration.ofHours(1), FLOOD);
        assertThat(find()).isEmpty();
    }

    @Test
    void thatOfMostVideosComesFirst() {
        for (int i = 0; i < 3; i++) {
            publish("Flood in Passau", i, Duration.ofHours(i), FLOOD);
        }
        for (int i = 0; i < 5; i++) {
            publish("World cat day", i, Duration.ofHours(i), CATS);
        }
        assertThat(find()).extracting(event -> event.videos().size()).containsExactly(5, 3);
    }
}
