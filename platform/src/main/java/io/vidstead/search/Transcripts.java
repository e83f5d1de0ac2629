package io.vidstead.search;

import io.vidstead.catalog.CaptionTrack;
import io.vidstead.catalog.Derivatives;
import io.vidstead.engines.objects.ObjectKey;
import io.vidstead.engines.objects.ObjectStore;
import io.vidstead.kernel.VideoId;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/** What is said in videos, as their captions have it. */
@ApplicationScoped
class Transcripts {

    private static final Logger LOG = Logger.getLogger(Transcripts.class);
    private static final int MOST_TRACKS = 10;

    /** The captions of one language; the preferred ones come first. */
    record Transcript(String name, Optional<String> language, List<Cue> cues) {}

    private final Derivatives derivatives;
    private final ObjectStore objects;

    Transcripts(Derivatives derivatives, ObjectStore objects) {
        this.derivatives = derivatives;
        this.objects = objects;
    }

    List<Transcript> of(VideoId video) {
        List<Transcript> transcripts = new ArrayList<>();
        for (CaptionTrack track : derivatives.find(video).captions()) {
            if (transcripts.size() < MOST_TRACKS) {
                transcripts.add(new Transcript(track.name(), track.language(), cues(video, track)));
            }
        }
        return transcripts;
    }

    private List<Cue> cues(VideoId video, CaptionTrack track) {
        try (var file = objects.open(new ObjectKey(track.objectKey())).orElse(null)) {
            if (file == null) {
                LOG.warnf("video %s: its captions %s are gone", video, track.name());
                return List.of();
            }
            return CueReader.read(new InputStreamReader(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
