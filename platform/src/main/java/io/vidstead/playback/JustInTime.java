package io.vidstead.playback;

import io.vidstead.catalog.OriginalOpened;
import io.vidstead.catalog.RenditionRecord;
import io.vidstead.engines.cache.Cache;
import io.vidstead.engines.cache.Caches;
import io.vidstead.engines.objects.LocalObjects;
import io.vidstead.engines.objects.ObjectKey;
import io.vidstead.engines.objects.ObjectStore;
import io.vidstead.kernel.http.StoredFile;
import io.vidstead.media.cmaf.ByteRange;
import io.vidstead.media.jit.JitSource;
import io.vidstead.media.jit.VirtualRendition;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Makes the bytes of renditions that were never written. The tables of originals that are being watched are kept: from
 * 10 to 25 MB for four hours, never more than 64 MB, so few of them.
 */
@ApplicationScoped
class JustInTime {

    private static final Duration KEPT = Duration.ofMinutes(5);
    private static final int MAX_KEPT = 6;

    private final ObjectStore objects;
    private final Cache<String, Optional<JitSource>> sources;

    JustInTime(ObjectStore objects, Caches caches) {
        this.objects = objects;
        this.sources = caches.create("playback.just-in-time", KEPT, MAX_KEPT);
    }

    /** A rendition as a file to be sent. Its name was never used before, so it serves as a tag of its content. */
    StoredFile file(RenditionRecord rendition, String contentType) {
        StoredFile.Made made = (offset, length, out) -> write(rendition, new ByteRange(offset, length), out);
        return new StoredFile(made, rendition.sizeBytes(), '"' + rendition.fileName() + '"', contentType);
    }

    void opened(@Observes OriginalOpened original) {
        sources.put(original.objectKey(), Optional.of(original.source()));
    }

    private void write(RenditionRecord rendition, ByteRange range, WritableByteChannel out) throws IOException {
        JitSource source = sources.get(rendition.objectKey(), this::open)
                .orElseThrow(() -> new FileNotFoundException("no original " + rendition.objectKey()));
        Optional<VirtualRendition> wanted = switch (rendition.kind()) {
            case VIDEO -> Optional.of(source.video());
            case AUDIO -> source.audio();
        };
        wanted.orElseThrow(() -> new FileNotFoundException("the original has no sound"))
                .transferTo(range, out);
    }

    private Optional<JitSource> open(String key) {
        Optional<Path> original =
                objects instanceof LocalObjects local ? local.localPath(new ObjectKey(key)) : Optional.empty();
        return original.flatMap(JitSource::reopen);
    }
}
