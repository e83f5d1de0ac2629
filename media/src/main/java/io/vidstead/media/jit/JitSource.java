package io.vidstead.media.jit;

import io.vidstead.media.FrameRate;
import io.vidstead.media.MediaException;
import io.vidstead.media.MediaException.Code;
import io.vidstead.media.MediaInfo;
import io.vidstead.media.TrackKind;
import io.vidstead.media.cmaf.Box;
import io.vidstead.media.encode.Packager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The tracks of an uploaded MP4 or MOV that can be played without rewriting the file: H.264 and AAC at their simplest.
 *
 * @param video the picture
 * @param audio the first sound track; empty where there is none or it is not plain AAC, which {@link #needsAudio} tells apart
 * @param needsAudio whether the original has sound that must be packaged by itself
 */
public record JitSource(VirtualRendition video, Optional<VirtualRendition> audio, boolean needsAudio) {
    private static final Logger log = LoggerFactory.getLogger(JitSource.class);

    /** Sound that begins later needs silence before it: players wait for both. */
    private static final double LATE_SECONDS = 0.15;

    /** Fragments cut out of a longer recording keep its times; players would show an empty beginning. */
    private static final double LATEST_START = 10;

    private static final VirtualRendition.Shown NOT_SHOWN = new VirtualRendition.Shown(0, 0, FrameRate.UNKNOWN);

    /**
     * Reads the original's index, a few milliseconds a minute of video. Empty where the file must be packaged by
     * {@link Packager} or encoded instead.
     *
     * @param info what probing found in the same file
     */
    public static Optional<JitSource> open(Path original, MediaInfo info) {
        return Packager.canCopy(info) ? read(original, shown(info), info.hasAudio()) : Optional.empty();
    }

    /** Opens an original once more that {@link #open} accepted; the indexes then lack size and rate of the picture. */
    public static Optional<JitSource> reopen(Path original) {
        return read(original, NOT_SHOWN, true);
    }

    static VirtualRendition.Shown shown(MediaInfo info) {
        return new VirtualRendition.Shown(
                info.video().width(), info.video().height(), info.video().averageRate());
    }

    private static Optional<JitSource> read(Path original, VirtualRendition.Shown shown, boolean sound) {
        return attempt(original, () -> {
            long size = Files.size(original);
            return of(original, MovieIndex.of(original, size), shown, sound);
        });
    }

    /** The same original after it was moved. */
    public JitSource at(Path original) {
        return new JitSource(video.at(original), audio.map(track -> track.at(original)), needsAudio);
    }

    /** Reads a file of the MP4 family. */
    interface Reader<T> {
        T read() throws IOException;
    }

    /** What was read; empty where the file is not suited or is broken. */
    static <T> Optional<T> attempt(Path original, Reader<T> reader) {
        try {
            return Optional.of(Box.parse(() -> {
                try {
                    return reader.read();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }));
        } catch (NotSuited | MediaException e) {
            log.debug("{} is not packaged just in time: {}", original.getFileName(), e.getMessage());
            return Optional.empty();
        } catch (UncheckedIOException e) {
            throw new MediaException(Code.TOOL_FAILED, "Cannot read " + original.getFileName(), e);
        }
    }

    static JitSource of(Path original, MovieIndex index, VirtualRendition.Shown shown, boolean sound) {
        var moov = index.moov().orElseThrow(() -> new NotSuited("no moov"));
        var mvhd = moov.require("mvhd");
        int movieTimescale = mvhd.body().getInt(mvhd.version() == 1 ? 20 : 12);
        if (movieTimescale <= 0) {
            throw new NotSuited("no movie timescale");
        }
        var picture = index.track("vide");
        if (!SampleDescription.of(picture).entry().codecs().startsWith("avc")) {
            throw new NotSuited("not plain H.264");
        }
        var video =
                VirtualRendition.of(original, index.samples(picture), picture, TrackKind.VIDEO, shown, movieTimescale);
        if (start(video) > LATEST_START) {
            throw new NotSuited("time does not begin at zero");
        }
        var audio = sound ? audio(original, index, movieTimescale) : Optional.<VirtualRendition>empty();
        if (audio.filter(track -> start(video) - start(track) > LATE_SECONDS).isPresent()) {
            throw new NotSuited("the picture begins late");
        }
        var punctual = audio.filter(track -> start(track) - start(video) <= LATE_SECONDS);
        return new JitSource(video, punctual, sound && punctual.isEmpty());
    }

    private static double start(VirtualRendition track) {
        return track.index().seconds(track.index().startTicks());
    }

    private static Optional<VirtualRendition> audio(Path original, MovieIndex index, int movieTimescale) {
        try {
            var track = index.track("soun");
            if (!SampleDescription.of(track).entry().codecs().startsWith("mp4a.40.")) {
                return Optional.empty();
            }
            return Optional.of(VirtualRendition.of(
                    original, index.samples(track), track, TrackKind.AUDIO, NOT_SHOWN, movieTimescale));
        } catch (NotSuited | MediaException e) {
            log.debug("The sound of {} is packaged by itself: {}", original.getFileName(), e.getMessage());
            return Optional.empty();
        }
    }
}
