package io.vidstead.kernel;

import io.vidstead.media.images.ImageResult;
import io.vidstead.media.images.ImageSpec;
import io.vidstead.media.images.Images;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Semaphore;

/**
 * Takes strangers' pictures: each is decoded in the sandbox and written anew, and only that is kept and served. Two are
 * decoded at once.
 */
@ApplicationScoped
public class Pictures {

    private static final int AT_ONCE = 2;
    private static final int BUFFER = 64 * 1024;

    private final MediaTools tools;
    private final Path scratch;
    private final Semaphore decoders = new Semaphore(AT_ONCE);

    Pictures(MediaTools tools, Settings.Data data) {
        this.tools = tools;
        this.scratch = data.dir().resolve("scratch/pictures");
    }

    /** What to do with a picture that was made anew; its file is gone afterwards. */
    @FunctionalInterface
    public interface Keeper<R> {
        R keep(ImageResult.Accepted picture) throws IOException;
    }

    /** @throws Problem caller, with the reason's code, when the picture is refused */
    public <R> R take(InputStream picture, ImageSpec spec, Keeper<R> keeper) {
        try {
            Path folder = Files.createTempDirectory(Files.createDirectories(scratch), "picture-");
            Path received = folder.resolve("in");
            Path fresh = folder.resolve("out.jpg");
            try {
                receive(picture, received);
                return switch (reencode(received, spec, fresh)) {
                    case ImageResult.Accepted accepted -> keeper.keep(accepted);
                    case ImageResult.Refused refused ->
                        throw Problem.caller(refused.code(), refused.detail()).status(statusOf(refused.reason()));
                };
            } finally {
                Files.deleteIfExists(received);
                Files.deleteIfExists(fresh);
                Files.deleteIfExists(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot take a picture", e);
        }
    }

    /** Takes one byte more than is allowed at most, for the decoder to refuse it. */
    private static void receive(InputStream picture, Path file) throws IOException {
        byte[] buffer = new byte[BUFFER];
        try (OutputStream out = Files.newOutputStream(file)) {
            long left = Images.MAX_BYTES + 1;
            int read;
            while (left > 0 && (read = picture.read(buffer, 0, (int) Math.min(buffer.length, left))) > 0) {
                out.write(buffer, 0, read);
                left -= read;
            }
        }
    }

    private ImageResult reencode(Path input, ImageSpec spec, Path output) {
        decoders.acquireUninterruptibly();
        try {
            return new Images(tools.sandbox()).reencode(input, spec, output);
        } finally {
            decoders.release();
        }
    }

    private static int statusOf(ImageResult.Reason reason) {
        return switch (reason) {
            case TOO_LARGE -> 413;
            case NOT_AN_IMAGE -> 415;
            case TOO_MANY_PIXELS, BROKEN_IMAGE -> 400;
        };
    }
}
