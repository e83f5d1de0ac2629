package io.vidstead.processing.pieces;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidstead.kernel.Transactions;
import io.vidstead.kernel.UserId;
import io.vidstead.kernel.VideoId;
import io.vidstead.media.encode.Chunk;
import io.vidstead.testing.PlatformTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;

/** Each test in one transaction that is rolled back: nothing of it is ever seen by the runner of the server under test. */
@PlatformTest
class PiecesTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration OVER = Duration.ofSeconds(-1);
    private static final VideoId FIRST = new VideoId("AAAAAAAAAAA");
    private static final VideoId SECOND = new VideoId("AAAAAAAAAAE");
    private static final UserId ANNA = new UserId(1);
    private static final UserId BERT = new UserId(2);
    private static final Order ORDER = new Order(List.of("720p", "360p"), true);

    @Inject
    Pieces pieces;

    @Inject
    PieceStore store;

    @Inject
    Transactions transactions;

    private static final class Undo extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private void undone(Consumer<Handle> test) {
        try {
            transactions.run(tx -> {
                tx.execute("delete from encode_runs");
                test.accept(tx);
                throw new Undo();
            });
        } catch (Undo _) {
            // as meant
        }
    }

    private static List<Piece> chunks(VideoId video, int count) {
        return IntStream.range(0, count)
                .mapToObj(n -> new Piece(video, n, Piece.Kind.PICTURE, Chunk.between(n * 120L, n * 120L + 120), 1 + n))
                .toList();
    }

    private LeasedPiece claim(Handle tx, Duration lease) {
        return store.claim(tx, "a worker", lease).orElseThrow();
    }

    @Test
    void aLeasedPieceIsNobodyElsesUntilItsLeaseEnds() {
        undone(tx -> {
            pieces.queue(tx, FIRST, ANNA, ORDER, chunks(FIRST, 1));
            LeasedPiece leased = claim(tx, MINUTE);
            assertThat(leased.piece()).isEqualTo(chunks(FIRST, 1).getFirst());
            assertThat(leased.order()).isEqualTo(ORDER);
            assertThat(store.claim(tx, "another", MINUTE)).isEmpty();
            assertThat(store.renew(tx, leased, 0.5, OVER)).isTrue();
            assertThat(claim(tx, MINUTE).token()).isGreaterThan(leased.token());
            assertThat(store.renew(tx, leased, 0.6, MINUTE)).isFalse();
        });
    }

    @Test
    void aResultIsAcceptedUnderThePresentLeaseOnly() {
        undone(tx -> {
            pieces.queue(tx, FIRST, ANNA, ORDER, chunks(FIRST, 2));
            LeasedPiece cutOff = claim(tx, OVER);
            LeasedPiece present = claim(tx, MINUTE);
            LeasedPiece other = claim(tx, MINUTE);
            assertThat(present.piece()).isEqualTo(cutOff.piece());
            assertThat(pieces.accept(tx, cutOff, "late")).isEqualTo(Acceptance.REFUSED);
            assertThat(pieces.accept(tx, present, "r0")).isEqualTo(Acceptance.ACCEPTED);
            assertThat(pieces.accept(tx, cutOff, "late")).isEqualTo(Acceptance.REFUSED);
            assertThat(pieces.accept(tx, other, "r1")).isEqualTo(Acceptance.ACCEPTED_AS_LAST);
            assertThat(pieces.accept(tx, other, "r1")).isEqualTo(Acceptance.ACCEPTED_AS_LAST);
            assertThat(store.finished(tx, FIRST))
                    .extracting(FinishedPiece::result)
                    .containsExactly("r0", "r1");
        });
    }

    @Test
    void aLadderIsPublishedByOne() {
        undone(tx -> {
            pieces.queue(tx, FIRST, ANNA, ORDER, chunks(FIRST, 1));
            LeasedPiece leased = claim(tx, MINUTE);
            pieces.accept(tx, leased, "r");
            FinishedLadder ladder = new FinishedLadder(FIRST, leased.run(), ORDER, store.finished(tx, FIRST));
            assertThat(pieces.close(tx, ladder)).isTrue();
            assertThat(pieces.close(tx, ladder)).isFalse();
            assertThat(pieces.accept(tx, leased, "r")).isEqualTo(Acceptance.REFUSED);
        });
    }

    @Test
    void whatIsQueuedAnewIsWorthNothingToWhoHadTheOld() {
        undone(tx -> {
            pieces.queue(tx, FIRST, ANNA, ORDER, chunks(FIRST, 1));
            LeasedPiece old = claim(tx, MINUTE);
            pieces.queue(tx, FIRST, ANNA, ORDER, chunks(FIRST, 1));
            assertThat(pieces.accept(tx, old, "r")).isEqualTo(Acceptance.REFUSED);
            LeasedPiece present = claim(tx, MINUTE);
            assertThat(present.run()).isNotEqualTo(old.run());
            pieces.remove(tx, FIRST);
            assertThat(store.renew(tx, present, 0, MINUTE)).isFalse();
        });
    }

    @Test
    void usersTakeTurns() {
        undone(tx -> {
            tx.execute("delete from encode_served");
            pieces.queue(tx, FIRST, ANNA, ORDER, chunks(FIRST, 3));
            pieces.queue(tx, SECOND, BERT, ORDER, chunks(SECOND, 2));
            tx.execute("update encode_runs set created_at = created_at - interval '1 day' where owner_id = 1");
            List<String> order = new ArrayList<>();
            for (int n = 0; n < 5; n++) {
                Piece piece = claim(tx, MINUTE).piece();
                order.add((piece.video().equals(FIRST) ? "anna" : "bert") + piece.number());
            }
            assertThat(order).containsExactly("anna0", "bert0", "anna1", "bert1", "anna2");
        });
    }

    @Test
    void progressIsThatOfAllPiecesByTheirLength() {
        undone(tx -> {
            pieces.queue(tx, FIRST, ANNA, ORDER, chunks(FIRST, 2));
            pieces.accept(tx, claim(tx, MINUTE), "r");
            store.renew(tx, claim(tx, MINUTE), 0.25, MINUTE);
            assertThat(store.progress(tx, FIRST).orElseThrow().fraction()).isEqualTo(0.5);
            assertThat(store.progress(tx, SECOND)).isEmpty();
        });
    }

    @Test
    void failuresAreCountedAndWhatIsNobodysFaultIsNot() {
        undone(tx -> {
            pieces.queue(tx, FIRST, ANNA, ORDER, chunks(FIRST, 1));
            store.fail(tx, claim(tx, MINUTE), OVER);
            LeasedPiece second = claim(tx, MINUTE);
            assertThat(List.of(second.claims(), second.failures())).containsExactly(2, 1);
            store.giveBack(tx, second, OVER);
            LeasedPiece third = claim(tx, MINUTE);
            assertThat(List.of(third.claims(), third.failures())).containsExactly(2, 1);
            store.giveBackAllOf(tx, "a worker");
            assertThat(claim(tx, MINUTE).claims()).isEqualTo(3);
        });
    }
}
