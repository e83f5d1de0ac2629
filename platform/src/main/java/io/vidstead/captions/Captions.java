package io.vidstead.captions;

import io.vidstead.catalog.CaptionTrack;
import io.vidstead.catalog.CaptionTrack.Origin;
import io.vidstead.catalog.CaptionTracks;
import io.vidstead.kernel.VideoId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;

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
     * All cues of all captions of a video, track by track in the order of their times; none of a video that is gone. Costs a
     * statement, and the reading of files that were not read lately. A track whose file is away at the moment is left out.
     */
    public List<TimedWords> cues(VideoId video) {
        return tracks.list(video).stream()
                .flatMap(track -> cues(video, track))
                .toList();
    }

    private Stream<TimedWords> cues(VideoId video, CaptionTrack track) {
        return files.find(video, track.stored()).stream()
                .flatMap(List::stream)
                .map(cue -> new TimedWords(
                        Seconds.of(cue.from()),
                        Seconds.of(cue.to()),
                        cue.plain(),
                        track.language(),
                        track.origin() == Origin.AUTOMATIC));
    }
}
