package io.vidstead.captions;

import io.vidstead.catalog.CaptionTrack;
import io.vidstead.catalog.CaptionTrack.Origin;
import io.vidstead.catalog.CaptionTracks;
import io.vidstead.catalog.Video;
import io.vidstead.engines.transcription.Transcriber;
import io.vidstead.engines.transcription.Transcriber.Ability;
import io.vidstead.jobs.Jobs;
import io.vidstead.kernel.Problem;
import io.vidstead.kernel.Settings;
import io.vidstead.kernel.Transactions;
import io.vidstead.kernel.VideoId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Orders drafts: captions that a program writes and that are labelled so. Owners ask for them; where the site wants it,
 * every finished video without written words in its language gets one.
 */
@ApplicationScoped
class Drafts {

    private static final String MARK = " (automatic)";
    private static final Duration ASK_AGAIN = Duration.ofMinutes(10);

    private final Transcriber transcriber;
    private final Settings.Transcription settings;
    private final CaptionTracks tracks;
    private final DraftStore store;
    private final DraftJob job;
    private final Jobs jobs;
    private final Transactions transactions;
    private final Clock clock;

    Drafts(
            Transcriber transcriber,
            Settings.Transcription settings,
            CaptionTracks tracks,
            DraftStore store,
            DraftJob job,
            Jobs jobs,
            Transactions transactions,
            Clock clock) {
        this.transcriber = transcriber;
        this.settings = settings;
        this.tracks = tracks;
        this.store = store;
        this.job = job;
        this.jobs = jobs;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** How captions are called that a program wrote. */
    static String label(String language) {
        return CaptionLanguage.label(language) + MARK;
    }

    /** What captions are called once the owner has made them theirs. */
    static String labelOf(CaptionTrack track) {
        return track.origin() == Origin.AUTOMATIC && track.label().endsWith(MARK)
                ? track.label().substring(0, track.label().length() - MARK.length())
                : track.label();
    }

    Ability ability() {
        return transcriber.ability();
    }

    Optional<Draft> find(VideoId video) {
        return transactions.read(handle -> store.find(handle, video));
    }

    /**
     * Orders one for the owner. Asking twice orders once.
     *
     * @param language null: the video's own, or to be found out
     */
    Draft order(Video video, @Nullable String language) {
        Ability.Ready ready = switch (transcriber.ability()) {
            case Ability.Ready able -> able;
            case Ability.Absent(var why) -> throw Problem.unavailable("no_transcriber", why, ASK_AGAIN);
        };
        Optional<String> tag =
                language == null ? video.details().language() : Optional.of(CaptionLanguage.require(language));
        if (tag.filter(wanted -> !ready.knows(wanted)).isPresent()) {
            throw Problem.conflict(
                    "language_not_known",
                    "The program here hears no such language: it knows " + ready.languages() + ".");
        }
        if (!video.state().playable()) {
            throw Problem.conflict("not_playable", "The video does not play yet; ask again when it does.");
        }
        if (tag.filter(wanted -> isWritten(tracks.list(video.id()), wanted)).isPresent()) {
            throw Problem.conflict("captions_exist", "The video has written captions in this language already.");
        }
        schedule(video.id(), tag);
        // One that ended this very moment is what was asked for.
        return find(video.id()).orElseGet(() -> new Draft(tag, false, "", clock.instant()));
    }

    /** After a video was finished: where the site wants drafts, and the engine knows the video's language. */
    void finished(Video video) {
        if (!(transcriber.ability() instanceof Ability.Ready ready) || !wanted(ready)) {
            return;
        }
        Optional<String> language = video.details().language();
        boolean known = language.map(ready::knows).orElse(ready.languages().isEmpty());
        if (known && tracks.list(video.id()).isEmpty()) {
            schedule(video.id(), language);
        }
    }

    private boolean wanted(Ability.Ready ready) {
        return switch (settings.automatic()) {
            case ALWAYS -> true;
            case NEVER -> false;
            case AUTO -> !ready.local();
        };
    }

    private void schedule(VideoId video, Optional<String> language) {
        transactions.run(tx -> {
            if (jobs.schedule(tx, job, video.value(), clock.instant())) {
                store.await(tx, video, language, clock.instant());
            }
        });
    }

    /** Whether somebody wrote captions in this language. */
    static boolean isWritten(List<CaptionTrack> present, String language) {
        return present.stream()
                .filter(track -> track.origin() != Origin.AUTOMATIC)
                .flatMap(track -> track.language().stream())
                .anyMatch(tag -> CaptionLanguage.same(tag, language));
    }
}
