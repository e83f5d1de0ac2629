package io.vidstead.captions;

import io.vidstead.catalog.CaptionTrack;
import io.vidstead.catalog.CaptionTrack.StoredWords;
import io.vidstead.engines.cache.Cache;
import io.vidstead.engines.cache.Caches;
import io.vidstead.engines.objects.ObjectKey;
import io.vidstead.engines.objects.ObjectStore;
import io.vidstead.engines.objects.StoredObject;
import io.vidstead.kernel.Problem;
import io.vidstead.kernel.VideoId;
import io.vidstead.media.derive.CaptionFile;
import io.vidstead.media.derive.Cue;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** The stored files of captions, under names that were never used before; those read lately are kept as cues. */
@ApplicationScoped
class CaptionFiles {

    /** What may be brought, and what an edit may come to. */
    static final int MAX_BYTES = 2 << 20;

    private static final Duration KEPT = Duration.ofMinutes(10);
    private static final int MAX_KEPT = 200;

    private final ObjectStore objects;
    private final RandomGenerator random;
    private final Cache<String, Optional<List<Cue>>> read;

    CaptionFiles(ObjectStore objects, RandomGenerator random, Caches caches) {
        this.objects = objects;
        this.random = random;
        this.read = caches.create("captions.cues", KEPT, MAX_KEPT);
    }

    /**
     * @param name of the track
     * @throws Problem too_large
     */
    StoredWords put(VideoId video, String name, List<Cue> cues) {
        byte[] text = CaptionFile.write(cues).getBytes(StandardCharsets.UTF_8);
        if (text.length > MAX_BYTES) {
            throw tooLarge();
        }
        String fileName = name + "-" + HexFormat.of().toHexDigits(random.nextLong()) + ".vtt";
        try {
            StoredObject stored = objects.put(
                    ObjectKey.of(CaptionTrack.FOLDER, video.value(), fileName), new ByteArrayInputStream(text));
            return new StoredWords(stored.key().value(), fileName, stored.size());
        } catch (IOException e) {
            throw new IllegalStateException("reading from memory does not fail", e);
        }
    }

    /** Absent when the file is not there. */
    Optional<List<Cue>> find(VideoId video, StoredWords file) {
        return read.get(video + "/" + file.fileName(), _ -> load(file));
    }

    private Optional<List<Cue>> load(StoredWords file) {
        Optional<InputStream> found = objects.open(new ObjectKey(file.objectKey()));
        if (found.isEmpty()) {
            return Optional.empty();
        }
        try (InputStream in = found.get()) {
            return Optional.of(CaptionFile.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file.objectKey(), e);
        }
    }

    void delete(StoredWords file) {
        objects.delete(new ObjectKey(file.objectKey()));
    }

    static Problem tooLarge() {
        return Problem.caller("too_large", "Captions may have %d MB at most.".formatted(MAX_BYTES >> 20))
                .status(413);
    }
}
