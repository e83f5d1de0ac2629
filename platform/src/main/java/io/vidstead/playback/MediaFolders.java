package io.vidstead.playback;

import io.vidstead.catalog.CaptionTracks;
import io.vidstead.catalog.Catalog;
import io.vidstead.catalog.ChapterFile;
import io.vidstead.catalog.DerivativeRecord;
import io.vidstead.catalog.Derivatives;
import io.vidstead.catalog.Derived;
import io.vidstead.catalog.GrowingRendition;
import io.vidstead.catalog.KeySystems;
import io.vidstead.catalog.PlaybackLinks;
import io.vidstead.catalog.RenditionRecord;
import io.vidstead.catalog.ThumbnailRecord;
import io.vidstead.catalog.Video;
import io.vidstead.catalog.VideoChanged;
import io.vidstead.engines.cache.Cache;
import io.vidstead.engines.cache.Caches;
import io.vidstead.engines.objects.ObjectKey;
import io.vidstead.kernel.VideoId;
import io.vidstead.kernel.http.FileSender;
import io.vidstead.kernel.http.StoredFile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The media folders of the videos that are being watched, kept for a while and dropped when the video changes. */
@ApplicationScoped
class MediaFolders {

    private static final Duration KEPT = Duration.ofSeconds(30);
    private static final int MAX_KEPT = 2_000;
    private static final String VTT = "text/vtt; charset=utf-8";

    private final Catalog catalog;
    private final Derivatives derivatives;
    private final CaptionTracks captions;
    private final FileSender files;
    private final JustInTime justInTime;
    private final GrowingFiles growingFiles;
    private final KeySystems systems;
    private final PlaybackLinks links;
    private final Cache<VideoId, Optional<MediaFolder>> kept;

    MediaFolders(
            Catalog catalog,
            Derivatives derivatives,
            CaptionTracks captions,
            FileSender files,
            JustInTime justInTime,
            GrowingFiles growingFiles,
            KeySystems systems,
            PlaybackLinks links,
            Caches caches) {
        this.catalog = catalog;
        this.derivatives = derivatives;
        this.captions = captions;
        this.files = files;
        this.justInTime = justInTime;
        this.growingFiles = growingFiles;
        this.systems = systems;
        this.links = links;
        this.kept = caches.create("playback.folders", KEPT, MAX_KEPT);
    }

    void changed(@Observes VideoChanged change) {
        kept.invalidate(change.videoId());
    }

    /** What is at hand; empty when it is to be looked up with {@link #find}. Never waits. */
    Optional<Optional<MediaFolder>> atHand(VideoId video) {
        return kept.find(video);
    }

    /** Absent when there is no such video. */
    Optional<MediaFolder> find(VideoId video) {
        return kept.get(video, this::load);
    }

    private Optional<MediaFolder> load(VideoId id) {
        return catalog.find(id).map(this::folder);
    }

    private MediaFolder folder(Video video) {
        List<RenditionRecord> renditions = served(video, catalog.renditions(video.id()));
        List<RenditionRecord> replaced = served(video, catalog.replacedRenditions(video.id()));
        List<GrowingRendition> growing = video.premium() ? List.of() : catalog.growingRenditions(video.id());
        Map<String, StoredFile> found = new HashMap<>();
        growing.forEach(g -> found.put(g.fileName(), growingFiles.file(video.id(), g)));
        Stream.concat(renditions.stream(), replaced.stream()).forEach(r -> add(found, r));
        for (ThumbnailRecord t : catalog.thumbnails(video.id())) {
            add(found, t.objectKey(), t.fileName(), "image/jpeg");
        }
        Derived derived = derivatives.find(video.id());
        addDerived(found, video, derived);
        return new MediaFolder(video, renditions, replaced, derived.captions(), growing, protections(video), found);
    }

    /** Nothing clear of a premium video, whatever became of the files. */
    private static List<RenditionRecord> served(Video video, List<RenditionRecord> all) {
        return video.premium()
                ? all.stream().filter(r -> r.traits().keyId().isPresent()).toList()
                : all;
    }

    private Protections protections(Video video) {
        return new Protections(systems.all(), links.license(video.id()));
    }

    private void addDerived(Map<String, StoredFile> found, Video video, Derived derived) {
        for (DerivativeRecord file : derived.files()) {
            String type = switch (file.kind()) {
                case PREVIEW -> "video/mp4";
                case STORYBOARD -> VTT;
                case STORYBOARD_SHEET -> "image/jpeg";
            };
            add(found, file.objectKey(), file.fileName(), type);
        }
        captions.listEarlier(video.id()).forEach(file -> add(found, file.objectKey(), file.fileName(), VTT));
        derived.captions().forEach(track -> add(found, track.objectKey(), track.fileName(), VTT));
        derived.chapterFile(video).ifPresent(file -> found.put(file.fileName(), made(file)));
    }

    private static StoredFile made(ChapterFile file) {
        byte[] bytes = file.text().getBytes(StandardCharsets.UTF_8);
        StoredFile.Made content =
                (offset, length, out) -> out.write(ByteBuffer.wrap(bytes, (int) offset, (int) length));
        return new StoredFile(content, bytes.length, '"' + file.fileName() + '"', VTT);
    }

    private void add(Map<String, StoredFile> found, RenditionRecord r) {
        String type = r.kind() == RenditionRecord.Kind.VIDEO ? "video/mp4" : "audio/mp4";
        if (r.justInTime()) {
            found.put(r.fileName(), justInTime.file(r, type));
        } else {
            add(found, r.objectKey(), r.fileName(), type);
        }
    }

    private void add(Map<String, StoredFile> found, String key, String name, String type) {
        files.find(new ObjectKey(key), type).ifPresent(file -> found.put(name, file));
    }
}
