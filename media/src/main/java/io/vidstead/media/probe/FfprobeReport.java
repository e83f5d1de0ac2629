package io.vidstead.media.probe;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vidstead.media.AudioStream;
import io.vidstead.media.FrameRate;
import io.vidstead.media.VideoStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;

/** Ffprobe's answer, as far as it is asked for. Numbers that make no sense are treated as absent. */
final class FfprobeReport {
    /** What to ask for; little, so that a file cannot make the answer long. */
    static final String ENTRIES = "format=format_name,start_time,duration,bit_rate"
            + ":stream=index,codec_type,codec_name,profile,level,width,height,sample_aspect_ratio,field_order,"
            + "color_transfer,pix_fmt,bits_per_raw_sample,r_frame_rate,avg_frame_rate,nb_frames,channels,sample_rate"
            + ":stream_tags=language,title:stream_side_data=rotation:stream_disposition=attached_pic,default";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> INTERLACED = Set.of("tt", "bb", "tb", "bt");
    private static final Set<String> HDR = Set.of("smpte2084", "arib-std-b67");
    private static final String MATROSKA = "matroska,webm";
    private static final Set<String> CLAIMING = Set.of(MATROSKA, "flv", "mxf", "avi");
    private static final double MAX_BEFORE_ZERO_SECONDS = 3600;
    private static final Pattern DEEP_PIXELS = Pattern.compile(".*?p0?(9|10|12|14|16)(le|be)");
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*");

    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}+");

    /** Of a sound track; longer ones are cut. */
    private static final int MAX_TITLE = 100;

    /** Pixels more oblong than this are taken for a mistake. */
    private static final double MAX_ASPECT = 8;

    private final JsonNode format;
    private final List<JsonNode> streams = new ArrayList<>();

    private FfprobeReport(JsonNode root) {
        this.format = root.path("format");
        root.path("streams").forEach(streams::add);
    }

    static FfprobeReport parse(String json) {
        try {
            return new FfprobeReport(JSON.readTree(json));
        } catch (JsonProcessingException _) {
            return new FfprobeReport(JSON.createObjectNode());
        }
    }

    String container() {
        return format.path("format_name").asText();
    }

    /** How long the file is by its own account. */
    Optional<Duration> duration() {
        return seconds(format.path("duration")).map(told -> told.plus(beforeZero()));
    }

    /** Whether the length is what a header claims, and nothing that was found in the file. */
    boolean claimsItsLength() {
        return CLAIMING.contains(container());
    }

    /** Matroska counts its length from zero, whatever lies before. */
    private Duration beforeZero() {
        double start = format.path("start_time").asDouble();
        boolean counts = container().equals(MATROSKA) && start < 0 && start > -MAX_BEFORE_ZERO_SECONDS;
        return counts ? Duration.ofMillis(Math.round(-start * 1000)) : Duration.ZERO;
    }

    OptionalLong bitrateBps() {
        return positive(format.path("bit_rate"));
    }

    int streamCount() {
        return streams.size();
    }

    boolean has(String kind) {
        return streams.stream().anyMatch(stream -> isKind(stream, kind));
    }

    /** The first stream of moving pictures. */
    Optional<VideoStream> video() {
        return firstVideo().map(FfprobeReport::video);
    }

    /** How many frames the container lists for it; others than MP4 count in ways of their own. */
    OptionalLong frameCount() {
        return firstVideo()
                .filter(_ -> container().startsWith("mov"))
                .map(stream -> positive(stream.path("nb_frames")))
                .orElseGet(OptionalLong::empty);
    }

    List<AudioStream> audio() {
        return streams.stream()
                .filter(stream -> isKind(stream, "audio"))
                .filter(stream -> number(stream, "channels") > 0 && number(stream, "sample_rate") > 0)
                .map(FfprobeReport::audio)
                .toList();
    }

    private Optional<JsonNode> firstVideo() {
        return streams.stream()
                .filter(stream -> isKind(stream, "video"))
                .filter(stream ->
                        stream.path("disposition").path("attached_pic").asInt() == 0)
                .findFirst();
    }

    private static boolean isKind(JsonNode stream, String kind) {
        return stream.path("codec_type").asText().equals(kind);
    }

    private static VideoStream video(JsonNode stream) {
        int width = number(stream, "width");
        int height = number(stream, "height");
        double aspect = pixelAspect(stream.path("sample_aspect_ratio").asText());
        int rotation = rotation(stream.path("side_data_list"));
        int shownWidth = (int) Math.round(width * aspect);
        boolean upright = rotation % 180 == 0;
        return new VideoStream(
                number(stream, "index"),
                stream.path("codec_name").asText(),
                stream.path("profile").asText(),
                stream.path("level").asInt(-1),
                width,
                height,
                upright ? shownWidth : height,
                upright ? height : shownWidth,
                rotation,
                aspect == 1,
                average(stream),
                nominal(stream),
                stream.path("pix_fmt").asText(),
                bitDepth(stream),
                HDR.contains(stream.path("color_transfer").asText()),
                isInterlaced(stream));
    }

    /** Tapes do not say that their pictures are of two fields, but hardly any were progressive. */
    private static boolean isInterlaced(JsonNode stream) {
        var order = stream.path("field_order").asText();
        return INTERLACED.contains(order)
                || (stream.path("codec_name").asText().equals("dvvideo") && !order.equals("progressive"));
    }

    private static FrameRate nominal(JsonNode stream) {
        return FrameRate.parse(stream.path("r_frame_rate").asText());
    }

    /** An average above the finest step of time counts frames that are empty, as some AVI files hold. */
    private static FrameRate average(JsonNode stream) {
        var counted = FrameRate.parse(stream.path("avg_frame_rate").asText());
        var finest = nominal(stream);
        return finest.isKnown() && counted.perSecond() > finest.perSecond() * 1.01 ? finest : counted;
    }

    private static AudioStream audio(JsonNode stream) {
        var language = stream.path("tags").path("language").asText();
        var title = CONTROL.matcher(stream.path("tags").path("title").asText())
                .replaceAll(" ")
                .strip();
        return new AudioStream(
                number(stream, "index"),
                stream.path("codec_name").asText(),
                stream.path("profile").asText(),
                number(stream, "channels"),
                number(stream, "sample_rate"),
                LANGUAGE.matcher(language).matches() && !language.equals("und") ? language : "",
                title.substring(0, Math.min(title.length(), MAX_TITLE)),
                stream.path("disposition").path("default").asInt() == 1);
    }

    private static int bitDepth(JsonNode stream) {
        var deep = DEEP_PIXELS.matcher(stream.path("pix_fmt").asText());
        if (deep.matches()) {
            return Integer.parseInt(deep.group(1));
        }
        int raw = number(stream, "bits_per_raw_sample");
        return raw > 8 && raw <= 16 ? raw : 8;
    }

    /** Width of a pixel in its heights, from {@code 4:3}. */
    private static double pixelAspect(String ratio) {
        var fraction = FrameRate.parse(ratio.replace(':', '/'));
        double aspect = fraction.isKnown() ? fraction.perSecond() : 1;
        return aspect > MAX_ASPECT || aspect < 1 / MAX_ASPECT ? 1 : aspect;
    }

    /** The clockwise turn in quarters; the display matrix counts the other way round. */
    private static int rotation(JsonNode sideData) {
        for (var data : sideData) {
            if (data.has("rotation")) {
                long quarters = Math.round(-data.path("rotation").asDouble() / 90);
                return (int) Math.floorMod(quarters, 4L) * 90;
            }
        }
        return 0;
    }

    private static int number(JsonNode stream, String field) {
        return stream.path(field).asInt();
    }

    private static OptionalLong positive(JsonNode node) {
        long value = node.asLong();
        return value > 0 ? OptionalLong.of(value) : OptionalLong.empty();
    }

    private static Optional<Duration> seconds(JsonNode node) {
        double seconds = node.asDouble();
        return seconds > 0 && seconds < 9e9
                ? Optional.of(Duration.ofNanos((long) (seconds * 1e9) / 1000 * 1000))
                : Optional.empty();
    }
}
