package io.vidstead.media.jit;

import io.vidstead.media.MediaException;
import io.vidstead.media.MediaException.Code;
import io.vidstead.media.MediaInfo;
import io.vidstead.media.cmaf.BoxFile;
import io.vidstead.media.cmaf.ByteRange;
import io.vidstead.media.encode.Packager;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An original of which only a beginning is there: its index is read as it comes, so that nothing is left to do when the last
 * byte has come. Not thread-safe; holds the sample tables of a fragmented file in memory, about 24 bytes a sample.
 */
public final class ArrivingSource {

    /** How much is known of the file. */
    public enum Stage {
        /** Its movie header has not arrived. */
        UNKNOWN,
        /** The movie header tells where everything is, or will be. */
        INDEXED,
        /** It goes on in fragments, each of which has an index of its own. */
        FRAGMENTED,
        /** It must be rewritten before it plays; there is no use in reading on. */
        NOT_SUITED
    }

    private final Path file;
    private final MovieIndex index;
    private Stage stage = Stage.UNKNOWN;
    private @Nullable Fingerprint fingerprint;

    /** @param size how long the file will be */
    public ArrivingSource(Path file, long size) {
        this.file = file;
        this.index = new MovieIndex(size, MovieIndex.Limits.ARRIVING);
    }

    /** Where the movie header lies and what it hashes to: the same in the whole file, or what was read is worth nothing. */
    public record Fingerprint(ByteRange place, ByteBuffer sha256) {

        /** Whether {@code file} has the same bytes in that place; reads only these. */
        public boolean matches(Path file) {
            try (var boxes = BoxFile.open(file)) {
                return place.end() <= boxes.size() && of(boxes, place).equals(this);
            } catch (IOException e) {
                throw new MediaException(Code.TOOL_FAILED, "Cannot read the file", e);
            }
        }

        private static Fingerprint of(BoxFile file, ByteRange place) throws IOException {
            try {
                var digest = MessageDigest.getInstance("SHA-256");
                digest.update(file.read(place));
                return new Fingerprint(place, ByteBuffer.wrap(digest.digest()));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("SHA-256 is part of every JDK", e);
            }
        }
    }

    /** Reads what is new among the first {@code known} bytes. */
    public Stage readTo(long known) {
        if (stage == Stage.UNKNOWN || stage == Stage.FRAGMENTED) {
            stage = JitSource.attempt(file, () -> {
                        index.readTo(file, known);
                        return look();
                    })
                    .orElse(Stage.NOT_SUITED);
        }
        return stage;
    }

    private Stage look() throws IOException {
        var place = index.moovPlace();
        if (place.isEmpty()) {
            return Stage.UNKNOWN;
        }
        if (fingerprint == null) {
            try (var boxes = BoxFile.open(file)) {
                fingerprint = Fingerprint.of(boxes, place.get());
            }
        }
        return index.fragmented() ? Stage.FRAGMENTED : Stage.INDEXED;
    }

    /** Of the movie header, once it has arrived. */
    public Optional<Fingerprint> fingerprint() {
        return Optional.ofNullable(fingerprint);
    }

    /**
     * The tracks as {@link JitSource#open} will find them in the whole file. Of an indexed file this may be asked at once, of a
     * fragmented one when all of it was read.
     *
     * @param info what probing found in the beginning
     */
    public Optional<JitSource> source(MediaInfo info) {
        return Packager.canCopy(info)
                ? JitSource.attempt(file, () -> JitSource.of(file, index, JitSource.shown(info), info.hasAudio()))
                : Optional.empty();
    }
}
