package io.vidstead.media.derive;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vidstead.media.Cancellation;
import io.vidstead.media.MediaException;
import io.vidstead.media.MediaException.Code;
import io.vidstead.media.MediaInfo;
import io.vidstead.media.tools.RunLimits;
import io.vidstead.media.tools.Sandbox;
import io.vidstead.media.tools.ToolRun;
import io.vidstead.media.tools.ToolRun.Program;
import io.vidstead.media.tools.UntrustedInput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds chapters and subtitles in containers, and takes the subtitles out. Thread-safe. */
public final class EmbeddedTexts {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> TEXT = Set.of("mov_text", "subrip", "srt", "ass", "ssa", "webvtt", "text");
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*");
    private static final int MAX_TITLE = 80;
    private static final int MAX_TRACKS = 32;
    private static final long MAX_FILE = 4L << 20;
    private static final Duration LEAST_TIME = Duration.ofMinutes(1);
    private static final long SLOWEST_BYTES_PER_SECOND = 8 << 20;

    private final Sandbox sandbox;

    public EmbeddedTexts(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    /** Looks at the header only; empty where the program makes nothing of it. */
    public EmbeddedText find(Path input, MediaInfo info, Cancellation cancellation) {
        var arguments = new ArrayList<>(List.of("-v", "error", "-of", "json", "-show_entries"));
        arguments.add("stream=index,codec_type,codec_name:stream_tags=language,title"
                + ":stream_disposition=forced:chapter=start_time:chapter_tags=title");
        arguments.addAll(UntrustedInput.arguments(input));
        var run = ToolRun.reading(
                Program.FFPROBE,
                arguments,
                input,
                RunLimits.quick(Duration.ofSeconds(20)).inBackground(),
                cancellation);
        try {
            return parse(JSON.readTree(sandbox.run(run).stdout()), info.duration());
        } catch (JsonProcessingException _) {
            return EmbeddedText.NONE;
        }
    }

    private static EmbeddedText parse(JsonNode report, Duration length) {
        var subtitles = new ArrayList<SubtitleStream>();
        int bitmaps = 0;
        for (var stream : report.path("streams")) {
            if (stream.path("codec_type").asText().equals("subtitle")) {
                if (TEXT.contains(stream.path("codec_name").asText())) {
                    subtitles.add(subtitle(stream));
                } else {
                    bitmaps++;
                }
            }
        }
        var chapters = new ArrayList<Chapter>();
        for (var chapter : report.path("chapters")) {
            chapter(chapter).ifPresent(chapters::add);
        }
        return new EmbeddedText(
                Chapter.ordered(chapters, length),
                subtitles.subList(0, Math.min(MAX_TRACKS, subtitles.size())),
                bitmaps);
    }

    private static Optional<Chapter> chapter(JsonNode chapter) {
        var title = Chapter.title(chapter.path("tags").path("title").asText());
        double start = chapter.path("start_time").asDouble(-1);
        return title.isEmpty() || !(start >= 0 && start < 1e6)
                ? Optional.empty()
                : Optional.of(new Chapter(Duration.ofMillis(Math.round(start * 1000)), title));
    }

    private static SubtitleStream subtitle(JsonNode stream) {
        var tags = stream.path("tags");
        var language = tags.path("language").asText();
        var shown = stream.path("disposition");
        return new SubtitleStream(
                stream.path("index").asInt(),
                LANGUAGE.matcher(language).matches() && !language.equals("und") ? language : "",
                PlainText.line(tags.path("title").asText(), MAX_TITLE),
                shown.path("forced").asInt() != 0);
    }

    /**
     * Writes {@code captions-<stream>.vtt} into {@code outFolder} for each of {@code streams} that holds words. Reads the
     * whole file once: limited by the disk.
     *
     * @throws MediaException on failure or cancellation
     */
    public List<ExtractedCaptions> extract(
            Path input, MediaInfo info, List<SubtitleStream> streams, Path outFolder, Cancellation cancellation) {
        if (streams.isEmpty()) {
            return List.of();
        }
        var arguments = new ArrayList<>(List.of("-nostdin", "-hide_banner", "-v", "error", "-y"));
        arguments.addAll(UntrustedInput.arguments(input));
        for (var stream : streams) {
            arguments.addAll(List.of("-map", "0:" + stream.index(), "-map_metadata", "-1", "-c:s", "webvtt"));
            arguments.addAll(List.of("-fs", Long.toString(MAX_FILE), "-f", "webvtt"));
            arguments.add(UntrustedInput.url(raw(outFolder, stream)));
        }
        var time = LEAST_TIME.plusSeconds(info.sizeBytes() / SLOWEST_BYTES_PER_SECOND);
        var limits = RunLimits.thorough(time, 2 * MAX_FILE * streams.size()).inBackground();
        sandbox.run(ToolRun.writing(arguments, input, outFolder, limits, cancellation))
                .require("Taking the subtitles out");
        var extracted = new ArrayList<ExtractedCaptions>();
        for (var stream : streams) {
            clean(stream, outFolder).ifPresent(extracted::add);
        }
        return extracted;
    }

    private static Optional<ExtractedCaptions> clean(SubtitleStream stream, Path folder) {
        try {
            var words = CaptionCues.clean(new String(Files.readAllBytes(raw(folder, stream)), StandardCharsets.UTF_8));
            if (words.isEmpty()) {
                return Optional.empty();
            }
            var file = folder.resolve("captions-" + stream.index() + ".vtt");
            Files.writeString(file, words.get());
            return Optional.of(new ExtractedCaptions(stream, file));
        } catch (IOException e) {
            throw new MediaException(Code.TOOL_FAILED, "Cannot read the subtitles", e);
        }
    }

    private static Path raw(Path folder, SubtitleStream stream) {
        return folder.resolve("subtitles-" + stream.index() + ".vtt");
    }
}
