package io.vidstead.engines.timelines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link Timelines} keeps. */
public abstract class TimelinesContract {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    protected Timeline timeline = new Timeline("tests", "none");

    protected abstract Timelines timelines();

    @BeforeEach
    void a_timeline_of_its_own() {
        timeline = new Timeline("tests", UUID.randomUUID().toString());
    }

    protected Entry entry(Instant time, long id, String body) {
        return new Entry(timeline, new Position(time, id), body);
    }

    protected List<String> bodies(Timeline of) {
        return timelines().list(of, null, Timelines.MAX_LIMIT).entries().stream()
                .map(Entry::body)
                .toList();
    }

    @Test
    void an_unknown_timeline_is_empty() {
        Timelines.Page page = timelines().list(timeline, null, 10);
        assertThat(page.entries()).isEmpty();
        assertThat(page.next()).isEmpty();
        assertThat(timelines().list(new Timeline("never_used", "k"), null, 10).entries())
                .isEmpty();
    }

    @Test
    void entries_come_newest_first_in_whatever_order_they_arrived() {
        timelines().append(entry(NOON, 2, "same time, greater id"));
        timelines().append(entry(NOON.minus(Duration.ofDays(90)), 9, "three months ago"));
        timelines().append(List.of(entry(NOON.plusMillis(1), -5, "later"), entry(NOON, 1, "same time, smaller id")));
        assertThat(bodies(timeline))
                .containsExactly("later", "same time, greater id", "same time, smaller id", "three months ago");
    }

    @Test
    void pages_go_through_everything_once_across_months() {
        List<Entry> entries = new ArrayList<>();
        for (int n = 0; n < 250; n++) {
            entries.add(entry(NOON.plus(Duration.ofHours(n / 2 * 11L)), n, "entry " + n));
        }
        Collections.shuffle(entries, new Random(7));
        timelines().append(entries);
        for (int limit : new int[] {1, 7, 50, 250, 1000}) {
            List<String> read = new ArrayList<>();
            @Nullable Position after = null;
            do {
                Timelines.Page page = timelines().list(timeline, after, limit);
                assertThat(page.entries().size()).isLessThanOrEqualTo(limit);
                page.entries().forEach(entry -> read.add(entry.body()));
                after = page.next().orElse(null);
            } while (after != null);
            assertThat(read)
                    .isEqualTo(IntStream.range(0, 250)
                            .mapToObj(n -> "entry " + (249 - n))
                            .toList());
        }
    }

    @Test
    void what_changes_meanwhile_moves_nothing_across_the_end_of_a_page() {
        for (int n = 1; n <= 6; n++) {
            timelines().append(entry(NOON.plusSeconds(n), n, "entry " + n));
        }
        Timelines.Page first = timelines().list(timeline, null, 3);
        timelines().append(entry(NOON.plusSeconds(60), 60, "new"));
        timelines().delete(timeline, first.entries().getLast().position());
        Timelines.Page second = timelines().list(timeline, first.next().orElseThrow(), 3);
        assertThat(second.entries()).extracting(Entry::body).containsExactly("entry 3", "entry 2", "entry 1");
    }

    @Test
    void an_entry_appended_again_stays_as_it_is() {
        timelines().append(entry(NOON, 1, "first"));
        timelines().append(List.of(entry(NOON, 1, "second"), entry(NOON, 1, "third"), entry(NOON, 2, "other")));
        assertThat(bodies(timeline)).containsExactly("other", "first");
    }

    @Test
    void finer_times_than_microseconds_are_one_position() {
        timelines().append(entry(NOON.plusNanos(1_100), 1, "a"));
        timelines().append(entry(NOON.plusNanos(1_900), 1, "b"));
        assertThat(bodies(timeline)).containsExactly("a");
        assertThat(timelines().delete(timeline, new Position(NOON.plusNanos(1_500), 1)))
                .isTrue();
    }

    @Test
    void a_body_is_replaced_where_its_entry_is() {
        timelines().append(entry(NOON, 1, "before"));
        assertThat(timelines().replace(entry(NOON, 1, "after"))).isTrue();
        assertThat(timelines().replace(entry(NOON, 1, "after"))).isTrue();
        assertThat(timelines().replace(entry(NOON, 2, "nowhere"))).isFalse();
        assertThat(bodies(timeline)).containsExactly("after");
    }

    @Test
    void deleting_is_of_one_entry_or_of_one_timeline() {
        Timeline other = new Timeline("tests", "other-" + timeline.key());
        timelines().append(new Entry(other, new Position(NOON, 1), "kept"));
        timelines().append(List.of(entry(NOON, 1, "a"), entry(NOON, 2, "b"), entry(NOON.plusSeconds(1), 1, "c")));
        assertThat(timelines().delete(timeline, new Position(NOON, 2))).isTrue();
        assertThat(timelines().delete(timeline, new Position(NOON, 2))).isFalse();
        assertThat(bodies(timeline)).containsExactly("c", "a");
        assertThat(timelines().deleteAll(timeline)).isEqualTo(2);
        assertThat(timelines().deleteAll(timeline)).isZero();
        assertThat(bodies(timeline)).isEmpty();
        assertThat(bodies(other)).containsExactly("kept");
    }

    @Test
    void old_entries_of_a_kind_go_and_may_come_again() {
        Timeline old = new Timeline("tests_of_age", timeline.key());
        Instant before = NOON.minus(Duration.ofDays(70));
        List<Entry> entries = List.of(
                new Entry(old, new Position(before, 1), "long ago"),
                new Entry(old, new Position(before.plusSeconds(1), 1), "long ago too"),
                new Entry(old, new Position(NOON.minusSeconds(1), 1), "just before"),
                new Entry(old, new Position(NOON, 1), "at the time"));
        timelines().append(entries);
        timelines().append(entry(before, 1, "another kind"));
        assertThat(timelines().deleteBefore("tests_of_age", NOON)).isEqualTo(3);
        assertThat(timelines().deleteBefore("tests_of_age", NOON)).isZero();
        assertThat(bodies(old)).containsExactly("at the time");
        assertThat(bodies(timeline)).containsExactly("another kind");
        timelines().append(entries);
        assertThat(bodies(old)).hasSize(4);
    }

    @Test
    void many_writers_at_once_lose_nothing() throws InterruptedException {
        Instant unseen =
                Instant.parse("2031-01-31T23:59:59Z").plusSeconds(timeline.key().hashCode() & 0xfffff);
        List<Thread> writers = IntStream.range(0, 8)
                .mapToObj(writer -> Thread.startVirtualThread(() -> {
                    for (int n = 0; n < 25; n++) {
                        timelines().append(entry(unseen.plus(Duration.ofDays(n * 3L)), writer, writer + " " + n));
                    }
                }))
                .toList();
        for (Thread writer : writers) {
            writer.join();
        }
        assertThat(bodies(timeline)).hasSize(200).doesNotHaveDuplicates();
    }

    @Test
    void any_text_comes_back_as_it_was() {
        String body = "{\"text\": \"𝒳 '; drop table timeline_entries; -- \\u0000 \u202e ,{}\"}";
        timelines().append(entry(NOON, 1, body));
        timelines().append(entry(NOON, 0, "x".repeat(Entry.MAX_BODY)));
        assertThat(bodies(timeline)).containsExactly(body, "x".repeat(Entry.MAX_BODY));
    }

    @Test
    void what_cannot_be_kept_is_refused_at_once() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Timeline("Tests; --", "k"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Timeline("tests", ""));
        assertThatIllegalArgumentException().isThrownBy(() -> new Timeline("tests", "k".repeat(65)));
        assertThatIllegalArgumentException().isThrownBy(() -> new Position(Instant.MAX, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> entry(NOON, 1, "\0"));
        assertThatIllegalArgumentException().isThrownBy(() -> entry(NOON, 1, "x".repeat(Entry.MAX_BODY + 1)));
        assertThatIllegalArgumentException().isThrownBy(() -> timelines().list(timeline, null, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> timelines().list(timeline, null, 1_001));
        assertThatIllegalArgumentException().isThrownBy(() -> timelines().deleteBefore("x; --", NOON));
    }
}
