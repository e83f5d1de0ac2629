package io.vidstead.captions;

import io.vidstead.catalog.CaptionTrack;
import io.vidstead.catalog.CaptionTrack.Origin;
import io.vidstead.catalog.CaptionTrack.StoredWords;
import io.vidstead.catalog.CaptionTracks;
import io.vidstead.catalog.Catalog;
import io.vidstead.catalog.Video;
import io.vidstead.kernel.Caller;
import io.vidstead.kernel.Problem;
import io.vidstead.kernel.Role;
import io.vidstead.kernel.Transactions;
import io.vidstead.kernel.VideoId;
import io.vidstead.media.derive.Cue;
import io.vidstead.processing.Upkeep;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * What owners and administrators do to captions. Others are refused: with 404 where they may not know that the video
 * exists, else with 403. Whatever somebody brings or edits is the owner's from then on.
 */
@ApplicationScoped
class CaptionEditor {

    private static final int MAX_LABEL = 100;

    private final Catalog catalog;
    private final CaptionTracks tracks;
    private final CaptionFiles files;
    private final Upkeep upkeep;
    private final Transactions transactions;
    private final Clock clock;

    CaptionEditor(
            Catalog catalog,
            CaptionTracks tracks,
            CaptionFiles files,
            Upkeep upkeep,
            Transactions transactions,
            Clock clock) {
        this.catalog = catalog;
        this.tracks = tracks;
        this.files = files;
        this.upkeep = upkeep;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * What an edit makes of a track; null stays as it is.
     *
     * @param cues at least one
     */
    record Edit(
            List<Cue> cues,
            @Nullable String label,
            @Nullable String language,
            @Nullable Boolean preferred) {}

    /**
     * Adds captions. What a program heard in their language gives way to them.
     *
     * @param label absent: the language's own name
     */
    CaptionTrack add(Caller caller, VideoId id, String language, Optional<String> label, List<Cue> cues) {
        requireEditable(caller, id);
        String tag = CaptionLanguage.require(language);
        String shown = label(label.orElseGet(() -> CaptionLanguage.label(tag)));
        return store(id, nameFor(tag, tracks.list(id)), cues, tx -> {
            List<CaptionTrack> present = lock(tx, caller, id);
            String name = nameFor(tag, present);
            present.stream()
                    .filter(track -> !track.name().equals(name) && track.label().equals(shown))
                    .findFirst()
                    .ifPresent(track -> {
                        throw taken(track);
                    });
            if (present.size() >= CaptionTracks.MAX) {
                throw Problem.conflict(
                        "too_many_captions", "A video may have %d captions at most.".formatted(CaptionTracks.MAX));
            }
            return file -> new CaptionTrack(
                    name, Optional.of(tag), shown, false, file, Origin.OWNER, Optional.empty(), clock.instant());
        });
    }

    /** @param ifMatch the tag that was read; null: whatever is there */
    CaptionTrack edit(Caller caller, VideoId id, String name, @Nullable String ifMatch, Edit edit) {
        requireEditable(caller, id);
        Optional<String> language = Optional.ofNullable(edit.language()).map(CaptionLanguage::require);
        Optional<String> label = Optional.ofNullable(edit.label()).map(CaptionEditor::label);
        return store(id, name, edit.cues(), tx -> {
            List<CaptionTrack> present = lock(tx, caller, id);
            CaptionTrack old = require(present, name);
            if (!CaptionTags.matches(ifMatch, old)) {
                throw Problem.conflict(
                                "edited_meanwhile", "The captions were edited since they were read; read them again.")
                        .status(412);
            }
            String shown = label.orElseGet(() -> Drafts.labelOf(old));
            present.stream()
                    .filter(track -> !track.name().equals(name) && track.label().equals(shown))
                    .findFirst()
                    .ifPresent(track -> {
                        throw taken(track);
                    });
            boolean preferred = edit.preferred() == null ? old.preferred() : edit.preferred();
            return file -> new CaptionTrack(
                    name,
                    language.or(old::language),
                    shown,
                    preferred,
                    file,
                    Origin.OWNER,
                    Optional.empty(),
                    clock.instant());
        });
    }

    void remove(Caller caller, VideoId id, String name) {
        requireEditable(caller, id);
        CaptionTrack removed = transactions.call(tx -> {
            CaptionTrack track = require(lock(tx, caller, id), name);
            tracks.remove(tx, id, name);
            return track;
        });
        files.delete(removed.stored());
    }

    /** Fails unless the caller may edit the video. */
    Video requireEditable(Caller caller, VideoId id) {
        caller.require();
        Video video = catalog.requireVisible(caller, id);
        if (!caller.is(video.owner()) && !caller.role().atLeast(Role.ADMINISTRATOR)) {
            throw Problem.forbidden("not_owner", "Only its owner may do this to a video.");
        }
        return video;
    }

    /** The file is written first: the transaction decides what becomes of it, and without one it goes again. */
    private CaptionTrack store(
            VideoId id, String name, List<Cue> cues, Function<Handle, Function<StoredWords, CaptionTrack>> decide) {
        StoredWords file = files.put(id, name, cues);
        boolean taken = false;
        try {
            CaptionTrack track = transactions.call(tx -> {
                CaptionTrack decided = decide.apply(tx).apply(file);
                tracks.put(tx, id, decided);
                upkeep.orderLaterTidy(tx, id);
                return decided;
            });
            taken = true;
            return track;
        } finally {
            if (!taken) {
                files.delete(file);
            }
        }
    }

    private List<CaptionTrack> lock(Handle tx, Caller caller, VideoId id) {
        if (catalog.lock(tx, id).filter(video -> catalog.maySee(caller, video)).isEmpty()) {
            throw Problem.notFound("video_not_found", "There is no such video.");
        }
        return tracks.list(tx, id);
    }

    private static String nameFor(String language, List<CaptionTrack> present) {
        return present.stream()
                .filter(track -> track.origin() == Origin.AUTOMATIC)
                .filter(track -> track.language()
                        .filter(heard -> CaptionLanguage.same(heard, language))
                        .isPresent())
                .map(CaptionTrack::name)
                .findFirst()
                .orElseGet(() -> CaptionLanguage.freeName(
                        language, present.stream().map(CaptionTrack::name).toList()));
    }

    static CaptionTrack require(List<CaptionTrack> present, String name) {
        return present.stream()
                .filter(track -> track.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("captions_not_found", "The video has no such captions."));
    }

    private static Problem taken(CaptionTrack track) {
        return Problem.conflict(
                        "captions_exist",
                        "The video has captions called \"%s\" already: replace those, or give these another label."
                                .formatted(track.label()))
                .with("name", track.name());
    }

    private static String label(String written) {
        StringBuilder clean = new StringBuilder();
        written.strip()
                .codePoints()
                .filter(c -> !Character.isISOControl(c)
                        && Character.getType(c) != Character.FORMAT
                        && Character.getType(c) != Character.SURROGATE)
                .forEach(clean::appendCodePoint);
        if (clean.isEmpty() || clean.length() > MAX_LABEL) {
            throw Problem.caller("bad_label", "The label must have 1 to %d characters.".formatted(MAX_LABEL));
        }
        return clean.toString();
    }
}
