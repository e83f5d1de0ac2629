package io.vidstead.playback;

import io.vidstead.catalog.CaptionTrack;
import io.vidstead.catalog.GrowingRendition;
import io.vidstead.catalog.Privacy;
import io.vidstead.catalog.RenditionRecord;
import io.vidstead.catalog.Video;
import io.vidstead.kernel.http.StoredFile;
import io.vidstead.media.Sound;
import io.vidstead.media.cmaf.CmafIndex;
import io.vidstead.media.manifest.DashManifest;
import io.vidstead.media.manifest.HlsManifests;
import io.vidstead.media.manifest.ManifestTrack;
import io.vidstead.media.manifest.TextTrack;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * What a video has under its address: files by name, and manifests over them. Immutable but for manifests, which are
 * written when they are first asked for.
 */
final class MediaFolder {

    private static final String HLS_ENDING = ".m3u8";
    private static final String DASH_ENDING = ".mpd";
    private static final String CAPTIONS = "captions-";
    private static final String THUMBNAIL = "thumb-";

    private final Privacy privacy;
    private final boolean premium;
    private final Protections protections;
    private final boolean complete;
    private final AtomicBoolean untoldReduced;
    private final Map<String, StoredFile> files;
    private final List<RenditionRecord> renditions;
    private final List<RenditionRecord> replaced;
    private final List<CaptionTrack> captions;
    private final GrowingManifests growing;
    private final Map<String, Optional<Manifest>> manifests = new ConcurrentHashMap<>();

    /**
     * @param renditions of a premium video, only what is encrypted
     * @param replaced what older manifests named; who plays it can go on, but no manifest names it any more
     * @param growing what plays until there are renditions
     */
    MediaFolder(
            Video video,
            List<RenditionRecord> renditions,
            List<RenditionRecord> replaced,
            List<CaptionTrack> captions,
            List<GrowingRendition> growing,
            Protections protections,
            Map<String, StoredFile> files) {
        this.protections = protections;
        this.premium = video.premium();
        this.privacy = video.details().privacy();
        this.complete = !video.state().unfinished();
        this.untoldReduced = new AtomicBoolean(video.reduced().isPresent());
        this.files = Map.copyOf(files);
        List<RenditionRecord> named = premium && renditions.isEmpty() ? replaced : renditions;
        this.renditions = video.state().playable() ? List.copyOf(named) : List.of();
        this.replaced = List.copyOf(replaced);
        this.captions = List.copyOf(captions);
        this.growing = GrowingManifests.of(this.renditions.isEmpty() ? growing : List.of(), complete);
    }

    /** Whether a name is served under signed paths only: all names of a private video, all but the thumbnails of a premium one. */
    boolean guards(String name) {
        return privacy == Privacy.PRIVATE || (premium && !name.startsWith(THUMBNAIL));
    }

    /** Whether its files may yet become longer. */
    boolean isGrowing() {
        return !growing.tracks().isEmpty() && !complete;
    }

    /** Whether the ladder is full, so that manifests will hardly change. */
    boolean isComplete() {
        return complete;
    }

    /** Whether upper renditions were dropped for want of viewers; told once, as this object does not live long. */
    boolean takeReduced() {
        return untoldReduced.get() && untoldReduced.getAndSet(false);
    }

    Optional<StoredFile> file(String name) {
        return Optional.ofNullable(files.get(name));
    }

    /**
     * {@code master.m3u8} and {@code manifest.mpd} with all qualities, {@code master-720p.m3u8} and {@code
     * manifest-720p.mpd} with one, {@code 720p.m3u8} the segments of one rendition, {@code keyframes-720p.m3u8} its pictures
     * that stand alone, {@code captions-en.m3u8} a track of written words.
     */
    Optional<Manifest> manifest(String name) {
        if (!(name.endsWith(HLS_ENDING) || name.endsWith(DASH_ENDING))) {
            return Optional.empty();
        }
        Optional<Manifest> known = manifests.get(name);
        if (known != null) {
            return known;
        }
        Optional<Manifest> written = write(name);
        if (written.isPresent()) { // names that there are not must not fill the memory
            manifests.put(name, written);
        }
        return written;
    }

    private Optional<Manifest> write(String name) {
        if (renditions.isEmpty()) {
            return growing.write(name);
        }
        if (name.equals("master.m3u8")) {
            return Optional.of(Manifest.hls(HlsManifests.master(tracks(renditions), texts())));
        }
        if (name.equals("manifest.mpd")) {
            return Optional.of(Manifest.dash(DashManifest.render(tracks(renditions), texts())));
        }
        String stem = name.substring(0, name.lastIndexOf('.'));
        if (name.endsWith(DASH_ENDING)) {
            return one(stem, "manifest-").map(only -> Manifest.dash(DashManifest.render(tracks(only), texts())));
        }
        return known(stem)
                .map(r -> Manifest.hls(HlsManifests.media(r.fileName(), index(r), protections.of(r))))
                .or(() -> keyframes(stem))
                .or(() -> words(stem))
                .or(() -> one(stem, "master-").map(only -> Manifest.hls(HlsManifests.master(tracks(only), texts()))));
    }

    private Optional<Manifest> keyframes(String stem) {
        return after(HlsManifests.KEYFRAMES, stem)
                .flatMap(this::known)
                .flatMap(r -> HlsManifests.keyframes(r.fileName(), index(r), protections.of(r)))
                .map(Manifest::hls);
    }

    private Optional<Manifest> words(String stem) {
        return after(CAPTIONS, stem)
                .flatMap(name -> captions.stream()
                        .filter(track -> track.name().equals(name))
                        .findFirst())
                .map(track -> Manifest.hls(HlsManifests.text(track.fileName(), seconds())));
    }

    private static Optional<String> after(String prefix, String stem) {
        return stem.startsWith(prefix) ? Optional.of(stem.substring(prefix.length())) : Optional.empty();
    }

    private double seconds() {
        return renditions.stream()
                .map(MediaFolder::index)
                .mapToDouble(CmafIndex::durationSeconds)
                .max()
                .orElse(0);
    }

    private static CmafIndex index(RenditionRecord rendition) {
        return CmafIndex.fromJson(rendition.segmentIndex());
    }

    /** Also one that was replaced. */
    private Optional<RenditionRecord> known(String name) {
        return rendition(name)
                .or(() -> replaced.stream().filter(r -> r.name().equals(name)).findFirst());
    }

    private Optional<RenditionRecord> rendition(String name) {
        return renditions.stream().filter(r -> r.name().equals(name)).findFirst();
    }

    /** The renditions of a manifest with one quality, and all sound. */
    private Optional<List<RenditionRecord>> one(String stem, String prefix) {
        return after(prefix, stem)
                .flatMap(this::rendition)
                .map(chosen -> renditions.stream()
                        .filter(r -> r.equals(chosen) || r.kind() == RenditionRecord.Kind.AUDIO)
                        .toList());
    }

    private List<ManifestTrack> tracks(List<RenditionRecord> renditions) {
        return renditions.stream()
                .map(r -> new ManifestTrack(
                        r.name(),
                        r.fileName(),
                        r.name() + HLS_ENDING,
                        index(r),
                        r.source(),
                        new Sound(
                                r.traits().language(),
                                r.traits().label(),
                                r.traits().preferred()),
                        protections.of(r)))
                .toList();
    }

    private List<TextTrack> texts() {
        return captions.stream()
                .map(track -> new TextTrack(
                        track.name(),
                        track.fileName(),
                        CAPTIONS + track.name() + HLS_ENDING,
                        track.language(),
                        track.label(),
                        track.preferred(),
                        track.stored().sizeBytes()))
                .toList();
    }
}
