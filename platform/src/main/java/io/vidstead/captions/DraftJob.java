package io.vidstead.captions;

import io.vidstead.catalog.CaptionTrack;
import io.vidstead.catalog.CaptionTrack.Origin;
import io.vidstead.catalog.CaptionTrack.StoredWords;
import io.vidstead.catalog.CaptionTracks;
import io.vidstead.engines.transcription.RefusedSoundException;
import io.vidstead.engines.transcription.Transcriber;
import io.vidstead.engines.transcription.Transcriber.Ability;
import io.vidstead.engines.transcription.Transcriber.Transcript;
import io.vidstead.engines.transcription.TranscriberUnavailableException;
import io.vidstead.jobs.EncodeSlots;
import io.vidstead.jobs.Job;
import io.vidstead.jobs.Lane;
import io.vidstead.kernel.Transactions;
import io.vidstead.kernel.VideoId;
import io.vidstead.media.derive.CaptionFile;
import io.vidstead.media.derive.Cue;
import io.vidstead.processing.Speech;
import io.vidstead.processing.Upkeep;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Has a video's speech written down. What somebody wrote meanwhile stands; a video that cannot be written down plays all the
 * same, and its owner sees why.
 */
@ApplicationScoped
class DraftJob implements Job {

    private static final Logger LOG = Logger.getLogger(DraftJob.class);
    private static final String UNKNOWN = "und";

    private final Transcriber transcriber;
    private final Speech speech;
    private final CaptionTracks tracks;
    private final CaptionFiles files;
    private final DraftStore store;
    private final EncodeSlots slots;
    private final Upkeep upkeep;
    private final Transactions transactions;
    private final Clock clock;

    DraftJob(
            Transcriber transcriber,
            Speech speech,
            CaptionTracks tracks,
            CaptionFiles files,
            DraftStore store,
            EncodeSlots slots,
            Upkeep upkeep,
            Transactions transactions,
            Clock clock) {
        this.transcriber = transcriber;
        this.speech = speech;
        this.tracks = tracks;
        this.files = files;
        this.store = store;
        this.slots = slots;
        this.upkeep = upkeep;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "caption-draft";
    }

    @Override
    public Lane lane() {
        return Lane.SPEECH;
    }

    @Override
    public Duration firstBackoff() {
        return Duration.ofSeconds(30);
    }

    @Override
    public void run(String key) throws Exception {
        VideoId video = new VideoId(key);
        Optional<Draft> draft = transactions.read(handle -> store.find(handle, video));
        if (draft.isEmpty() || draft.get().failed()) {
            return;
        }
        speech.listen(video, sound -> {
            if (sound.isEmpty()) {
                fail(video, "no_sound");
            } else {
                write(video, draft.get().language(), sound.get());
            }
        });
        transactions.run(
                tx -> store.find(tx, video).filter(left -> !left.failed()).ifPresent(_ -> store.remove(tx, video)));
    }

    @Override
    public void givenUp(String key, Throwable cause) {
        LOG.warnf("video %s gets no draft of captions: %s", key, cause.getMessage());
        fail(new VideoId(key), cause instanceof TranscriberUnavailableException ? "unavailable" : "failed");
    }

    private void write(VideoId video, Optional<String> language, Path sound) throws IOException {
        try {
            Transcript transcript = transcribe(sound, language);
            List<Cue> cues = transcript.utterances().stream()
                    .flatMap(said -> CaptionFile.of(said.from(), said.to(), escaped(said.text())).stream())
                    .limit(CaptionFile.MAX_CUES)
                    .toList();
            if (cues.isEmpty()) {
                fail(video, "no_speech");
            } else {
                put(video, transcript, cues);
            }
        } catch (RefusedSoundException e) {
            LOG.infof("video %s gets no draft of captions: %s", video, e.getMessage());
            fail(video, "refused");
        }
    }

    /** An engine's words are words, whatever they look like. */
    private static String escaped(String words) {
        return words.replace("&", "&amp;").replace("<", "&lt;");
    }

    private Transcript transcribe(Path sound, Optional<String> language) throws IOException {
        boolean local = transcriber.ability() instanceof Ability.Ready ready && ready.local();
        if (!local) {
            return transcriber.transcribe(sound, language);
        }
        try {
            slots.acquire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TranscriberUnavailableException("interrupted", e);
        }
        try {
            return transcriber.transcribe(sound, language);
        } finally {
            slots.release();
        }
    }

    private void put(VideoId video, Transcript transcript, List<Cue> cues) {
        Optional<String> language = transcript.language();
        String tag = language.orElse(UNKNOWN);
        StoredWords file = files.put(video, CaptionLanguage.freeName(tag, List.of()), cues);
        boolean taken = transactions.call(tx -> {
            List<CaptionTrack> present = tracks.list(tx, video);
            if (Drafts.isWritten(present, tag)) {
                return false;
            }
            boolean put = tracks.put(
                    tx,
                    video,
                    new CaptionTrack(
                            name(tag, present),
                            language,
                            language.map(Drafts::label).orElse("Automatic"),
                            false,
                            file,
                            Origin.AUTOMATIC,
                            Optional.of(transcript.model()),
                            clock.instant()));
            upkeep.orderLaterTidy(tx, video);
            return put;
        });
        if (!taken) {
            files.delete(file);
        }
    }

    /** An older draft in this language gives way. */
    private static String name(String tag, List<CaptionTrack> present) {
        return present.stream()
                .filter(track -> track.origin() == Origin.AUTOMATIC
                        && CaptionLanguage.same(track.language().orElse(UNKNOWN), tag))
                .map(CaptionTrack::name)
                .findFirst()
                .orElseGet(() -> CaptionLanguage.freeName(
                        tag, present.stream().map(CaptionTrack::name).toList()));
    }

    private void fail(VideoId video, String reason) {
        transactions.run(tx -> store.fail(tx, video, reason, clock.instant()));
    }
}
