package io.vidstead.captions;

import io.vidstead.catalog.CaptionTrack;
import io.vidstead.catalog.CaptionTracks;
import io.vidstead.catalog.Catalog;
import io.vidstead.catalog.Entitlements;
import io.vidstead.catalog.PlaybackLinks;
import io.vidstead.catalog.Privacy;
import io.vidstead.catalog.Video;
import io.vidstead.kernel.Caller;
import io.vidstead.kernel.Problem;
import io.vidstead.kernel.VideoId;
import io.vidstead.media.derive.Cue;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What viewers read of captions: as the video itself, and the words of a premium video as its pictures. */
@ApplicationScoped
class CaptionReader {

    private final Catalog catalog;
    private final CaptionTracks tracks;
    private final CaptionFiles files;
    private final Entitlements entitlements;
    private final PlaybackLinks links;

    CaptionReader(
            Catalog catalog, CaptionTracks tracks, CaptionFiles files, Entitlements entitlements, PlaybackLinks links) {
        this.catalog = catalog;
        this.tracks = tracks;
        this.files = files;
        this.entitlements = entitlements;
        this.links = links;
    }

    /** A track with its words. */
    record Words(CaptionTrack track, List<Cue> cues) {}

    List<CaptionPayload> list(Caller caller, VideoId id) {
        Video video = catalog.requireVisible(caller, id);
        String folder = folder(caller, video);
        return tracks.list(id).stream()
                .map(track -> CaptionPayload.of(track, folder))
                .toList();
    }

    CaptionPayload payload(Caller caller, VideoId id, CaptionTrack track) {
        return CaptionPayload.of(track, folder(caller, catalog.requireVisible(caller, id)));
    }

    Words read(Caller caller, VideoId id, String name) {
        requireReadable(caller, id);
        return words(id, CaptionEditor.require(tracks.list(id), name));
    }

    /** The captions of this name, or those that fit the language best, or those that players would show. */
    Words choose(Caller caller, VideoId id, @Nullable String name, @Nullable String language) {
        requireReadable(caller, id);
        List<CaptionTrack> all = tracks.list(id);
        if (name != null) {
            return words(id, CaptionEditor.require(all, name));
        }
        Optional<String> tag = Optional.ofNullable(language)
                .flatMap(wish -> CaptionLanguage.lookup(
                        wish,
                        all.stream().flatMap(track -> track.language().stream()).toList()));
        return all.stream()
                .filter(track -> language == null
                        || tag.filter(found ->
                                        found.equalsIgnoreCase(track.language().orElse("")))
                                .isPresent())
                .min(Comparator.comparing((CaptionTrack track) -> !track.preferred())
                        .thenComparing(track -> track.origin() == CaptionTrack.Origin.AUTOMATIC))
                .map(track -> words(id, track))
                .orElseThrow(() -> Problem.notFound("captions_not_found", "The video has no such captions."));
    }

    private Words words(VideoId id, CaptionTrack track) {
        return new Words(
                track,
                files.find(id, track.stored())
                        .orElseThrow(() -> Problem.unavailable(
                                "captions_away", "The captions cannot be read at the moment.", Duration.ofMinutes(1))));
    }

    private void requireReadable(Caller caller, VideoId id) {
        if (!entitlements.mayPlay(caller, catalog.requireVisible(caller, id))) {
            throw Problem.forbidden("not_entitled", "This video is for those who were given access to it.");
        }
    }

    private String folder(Caller caller, Video video) {
        boolean guarded = video.premium() || video.details().privacy() == Privacy.PRIVATE;
        return caller.userId()
                .filter(_ -> guarded && entitlements.mayPlay(caller, video))
                .map(user -> links.folder(video.id(), user))
                .orElseGet(() -> links.folder(video.id()));
    }
}
