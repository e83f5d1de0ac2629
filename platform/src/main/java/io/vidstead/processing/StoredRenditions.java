package io.vidstead.processing;

import io.vidstead.catalog.RenditionRecord;
import io.vidstead.catalog.RenditionTraits;
import io.vidstead.catalog.ThumbnailRecord;
import io.vidstead.engines.objects.ObjectKey;
import io.vidstead.engines.objects.ObjectStore;
import io.vidstead.engines.objects.StoredObject;
import io.vidstead.kernel.VideoId;
import io.vidstead.media.MediaInfo;
import io.vidstead.media.Sound;
import io.vidstead.media.cmaf.CmafIndex;
import io.vidstead.media.encode.Packager;
import io.vidstead.media.encode.Rendition;
import io.vidstead.media.images.Still;
import io.vidstead.media.jit.JitSource;
import io.vidstead.media.jit.VirtualRendition;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** Puts finished files into the object store, under names that were never used before: what has a name never changes. */
@ApplicationScoped
class StoredRenditions {

    private final ObjectStore objects;
    private final RandomGenerator random;

    StoredRenditions(ObjectStore objects, RandomGenerator random) {
        this.objects = objects;
        this.random = random;
    }

    /** Takes the rendition's file over. */
    RenditionRecord put(VideoId video, Rendition rendition) {
        return put(video, rendition, fileName(rendition.name()));
    }

    /** As {@link #put(VideoId, Rendition)}, under a name that also holds a lease's token. */
    RenditionRecord put(VideoId video, Rendition rendition, long token) {
        return put(video, rendition, rendition.name() + "-" + Long.toHexString(token) + "-" + tag() + ".mp4");
    }

    /** As {@link #put(VideoId, Rendition)}, under a name that {@link #fileName} gave. */
    RenditionRecord put(VideoId video, Rendition rendition, String fileName) {
        StoredObject stored = objects.put(ObjectKey.of("processed", video.value(), fileName), rendition.file());
        return record(
                        rendition.name(),
                        stored.key(),
                        fileName,
                        stored.size(),
                        rendition.index(),
                        rendition.source(),
                        false)
                .with(traits(rendition.index(), rendition.sound().orElse(Sound.UNNAMED)));
    }

    /** Takes over the encrypted twin of a rendition. */
    RenditionRecord putEncrypted(VideoId video, RenditionRecord clear, Path file, CmafIndex index, UUID key) {
        String fileName = fileName(clear.name());
        StoredObject put = objects.put(ObjectKey.of("processed", video.value(), fileName), file);
        return record(clear.name(), put.key(), fileName, put.size(), index, clear.source(), false)
                .with(clear.traits().encryptedWith(key));
    }

    /** The original's own streams, of which nothing is written. */
    List<RenditionRecord> name(ObjectKey original, MediaInfo info, JitSource source) {
        List<RenditionRecord> records = new ArrayList<>();
        records.add(justInTime(Packager.SOURCE, original, source.video(), true));
        source.audio()
                .map(audio -> justInTime(Packager.AUDIO, original, audio, false)
                        .with(traits(audio.index(), Sound.of(info.audio().getFirst()))))
                .ifPresent(records::add);
        return records;
    }

    private static RenditionTraits traits(CmafIndex index, Sound sound) {
        return switch (index.kind()) {
            case VIDEO ->
                RenditionTraits.picture(RenditionTraits.VideoRange.valueOf(
                        index.signal().range().name()));
            case AUDIO -> RenditionTraits.sound(sound.language(), sound.label(), sound.preferred());
        };
    }

    private RenditionRecord justInTime(String name, ObjectKey original, VirtualRendition made, boolean source) {
        return record(name, original, fileName(name), made.size(), made.index(), source, true);
    }

    private static RenditionRecord record(
            String name,
            ObjectKey key,
            String fileName,
            long size,
            CmafIndex index,
            boolean source,
            boolean justInTime) {
        return new RenditionRecord(
                switch (index.kind()) {
                    case VIDEO -> RenditionRecord.Kind.VIDEO;
                    case AUDIO -> RenditionRecord.Kind.AUDIO;
                },
                name,
                key.value(),
                fileName,
                index.width(),
                index.height(),
                index.frameRate().perSecond(),
                index.codecs(),
                index.averageBandwidthBps(),
                index.peakBandwidthBps(),
                size,
                index.toJson(),
                source,
                justInTime);
    }

    /** Takes the picture's file over. */
    ThumbnailRecord put(VideoId video, int number, Still still) {
        String fileName = "thumb-" + number + "-" + tag() + ".jpg";
        StoredObject stored = objects.put(ObjectKey.of("thumbnails", video.value(), fileName), still.file());
        return new ThumbnailRecord(
                number, stored.key().value(), fileName, still.width(), still.height(), stored.size(), still.colour());
    }

    /** A name that was never used before. */
    String fileName(String name) {
        return name + "-" + tag() + ".mp4";
    }

    private String tag() {
        return HexFormat.of().toHexDigits(random.nextInt());
    }
}
