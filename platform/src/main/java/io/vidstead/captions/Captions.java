package io.vidstead.captions;

import io.vidstead.catalog.CaptionTrack;
import io.vidstead.catalog.CaptionTrack.Origin;
import io.vidstead.catalog.CaptionTracks;
import io.vidstead.kernel.VideoId;
import io.vidstead.media.derive.Cue;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Collectors;

/** What is said in videos, for features that search or show it. Whether the reader may know is the caller's question. */
@ApplicationScoped
public class Captions {

    private final CaptionTracks tracks;
    private final CaptionFiles files;

    Captions(CaptionTracks tracks, CaptionFiles files) {
        this.tracks = tracks;
        this.files = files;
    }

    /**
     * All captions of a video, those players would show first; none of a video that is gone. Costs a statement, and the
     * reading of files that were not read lately. A track whose file is away at the moment is left out.
     */
    public List<Transcript> transcripts(VideoId video) {
        return tracks.list(video).stream()
                .flatMap(track -> files.find(video, track.stored()).stream().map(cues -> transcript(track, cues)))
                .toList();
    }

    private static Transcript transcript(CaptionTrack track, List<Cue> cues) {
        return new Transcript(
                track.name(),
                track.language(),
                track.origin() == Origin.AUTOMATIC,
                cues.stream()
                        .map(cue ->
                                new TimedWords(Seconds.of(cue.from()), Seconds.of(cue.to()), onOneLine(cue.plain())))
                        .toList());
    }

    private static String onOneLine(String text) {
        return text.lines().map(String::strip).collect(Collectors.joining(" "));
    }
}
