package io.vidstead.media.images;

import io.vidstead.media.Cancellation;
import io.vidstead.media.MediaException;
import io.vidstead.media.MediaException.Code;
import io.vidstead.media.MediaInfo;
import io.vidstead.media.tools.Folders;
import io.vidstead.media.tools.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Takes the pictures a video is shown by: sharp, well exposed, not the black first frame. Thread-safe. */
public final class Stills {
    private static final int COUNT = 3;
    private static final int TRIES = 3;
    private static final int MAX_SIDE = 1280;

    private final Sandbox sandbox;

    public Stills(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    /**
     * Writes {@code thumb-0.jpg} to {@code thumb-2.jpg}, at most 1280 on the longer side and upright, into {@code outFolder}:
     * of each third of the video the best of three keyframes. Seeks, so that the cost (about a second) does not grow with the
     * length.
     *
     * @throws MediaException on failure or cancellation
     */
    public StillSet take(Path input, MediaInfo info, Path outFolder, Cancellation cancellation) {
        try {
            var work = Files.createTempDirectory(outFolder, ".stills-");
            try {
                var candidates = new Candidates(sandbox, input, info, MAX_SIDE);
                var stills = candidates.take(times(info, TRIES), true, work, cancellation);
                if (stills.isEmpty() || !distinct(choose(stills, info))) {
                    // The video has few keyframes: decode up to the times themselves.
                    stills = orElse(candidates.take(times(info, 1), false, work, cancellation), stills);
                }
                if (stills.isEmpty()) {
                    throw new MediaException(Code.MALFORMED_MEDIA, "No picture could be decoded");
                }
                var chosen = choose(stills, info);
                return publish(chosen, outFolder);
            } finally {
                Folders.delete(work);
            }
        } catch (IOException e) {
            throw new MediaException(Code.TOOL_FAILED, "Cannot write stills", e);
        }
    }

    private static List<Still> orElse(List<Still> wanted, List<Still> otherwise) {
        return wanted.isEmpty() ? otherwise : wanted;
    }

    /** Middles of {@code tries} equal parts of each third. */
    private static List<Duration> times(MediaInfo info, int tries) {
        int parts = COUNT * tries;
        return IntStream.range(0, parts)
                .mapToObj(part -> info.duration().multipliedBy(2L * part + 1).dividedBy(2L * parts))
                .toList();
    }

    /** The best of each third, or of all where a third could not be decoded. */
    private static List<Still> choose(List<Still> stills, MediaInfo info) {
        var chosen = new ArrayList<Still>();
        for (int third = 0; third < COUNT; third++) {
            var from = info.duration().multipliedBy(third).dividedBy(COUNT);
            var to = info.duration().multipliedBy(third + 1L).dividedBy(COUNT);
            var best = stills.stream()
                    .filter(still ->
                            still.at().compareTo(from) >= 0 && still.at().compareTo(to) < 0)
                    .max(Comparator.comparingDouble(Still::score))
                    .or(() -> stills.stream().max(Comparator.comparingDouble(Still::score)));
            chosen.add(best.orElseThrow());
        }
        return chosen;
    }

    private static boolean distinct(List<Still> stills) throws IOException {
        for (int i = 1; i < stills.size(); i++) {
            if (Files.mismatch(stills.get(i - 1).file(), stills.get(i).file()) < 0) {
                return false;
            }
        }
        return true;
    }

    private static StillSet publish(List<Still> chosen, Path outFolder) throws IOException {
        var thumbnails = new ArrayList<Still>();
        int poster = 0;
        for (int i = 0; i < chosen.size(); i++) {
            var still = chosen.get(i);
            var file = outFolder.resolve("thumb-" + i + ".jpg");
            Files.copy(still.file(), file, StandardCopyOption.REPLACE_EXISTING);
            thumbnails.add(new Still(file, still.width(), still.height(), still.at(), still.colour(), still.score()));
            if (still.score() > chosen.get(poster).score()) {
                poster = i;
            }
        }
        return new StillSet(thumbnails, poster);
    }
}
