package io.vidstead.media.cmaf;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.vidstead.media.FrameRate;
import io.vidstead.media.MediaException;
import io.vidstead.media.MediaException.Code;
import io.vidstead.media.TrackKind;
import io.vidstead.media.VideoRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The kept form of an index. Segments are triples of numbers without names: bytes skipped before the segment (mostly 0), its
 * length, its duration; a duration equal to the one before is left out. {@code keys} are the lengths of their first pictures.
 */
final class IndexJson {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int VERSION = 1;

    private IndexJson() {}

    static String write(CmafIndex index) {
        var root = JSON.createObjectNode()
                .put("version", VERSION)
                .put("kind", index.kind().name().toLowerCase(Locale.ROOT))
                .put("codecs", index.codecs())
                .put("timescale", index.timescale())
                .put("start", index.startTicks())
                .put("width", index.width())
                .put("height", index.height())
                .put("frame_rate", index.frameRate().toString())
                .put("channels", index.channels())
                .put("sample_rate", index.sampleRateHz());
        if (index.signal().range() != VideoRange.SDR) {
            root.put("range", index.signal().range().name());
        }
        index.signal().supplementalCodecs().ifPresent(codecs -> root.put("supplemental_codecs", codecs));
        range(root.putArray("init"), index.init());
        range(root.putArray("sidx"), index.sidx());
        var segments = root.putArray("segments");
        long expected = 0;
        long duration = -1;
        for (var segment : index.segments()) {
            var numbers = segments.addArray().add(segment.offset() - expected).add(segment.length());
            if (segment.durationTicks() != duration) {
                duration = segment.durationTicks();
                numbers.add(duration);
            }
            expected = segment.offset() + segment.length();
        }
        if (index.segments().stream().anyMatch(segment -> segment.keyLength() > 0)) {
            var keys = root.putArray("keys");
            index.segments().forEach(segment -> keys.add(segment.keyLength()));
        }
        return root.toString();
    }

    private static void range(ArrayNode array, ByteRange range) {
        array.add(range.offset()).add(range.length());
    }

    static CmafIndex read(String json) {
        try {
            return Box.parse(() -> read(parse(json)));
        } catch (NullPointerException e) {
            throw new MediaException(Code.MALFORMED_MEDIA, "The kept index lacks a field", e);
        }
    }

    private static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new MediaException(Code.MALFORMED_MEDIA, "The kept index is no JSON", e);
        }
    }

    private static CmafIndex read(JsonNode root) {
        if (root.required("version").intValue() != VERSION) {
            throw Box.malformed("The kept index is of another version");
        }
        return new CmafIndex(
                TrackKind.valueOf(root.required("kind").textValue().toUpperCase(Locale.ROOT)),
                root.required("codecs").textValue(),
                root.required("timescale").intValue(),
                root.required("start").longValue(),
                range(root.required("init")),
                range(root.required("sidx")),
                segments(root.required("segments"), root.path("keys")),
                root.required("width").intValue(),
                root.required("height").intValue(),
                FrameRate.parse(root.required("frame_rate").textValue()),
                root.required("channels").intValue(),
                root.required("sample_rate").intValue(),
                new PictureSignal(
                        VideoRange.valueOf(root.path("range").asText("SDR")),
                        Optional.ofNullable(root.path("supplemental_codecs").textValue())));
    }

    private static ByteRange range(JsonNode array) {
        return new ByteRange(array.required(0).longValue(), array.required(1).longValue());
    }

    private static List<Segment> segments(JsonNode array, JsonNode keys) {
        var segments = new ArrayList<Segment>(array.size());
        long offset = 0;
        long duration = 0;
        for (var numbers : array) {
            offset += numbers.required(0).longValue();
            long length = numbers.required(1).longValue();
            duration = numbers.has(2) ? numbers.get(2).longValue() : duration;
            segments.add(new Segment(
                    offset, length, duration, keys.path(segments.size()).longValue()));
            offset += length;
        }
        return segments;
    }
}
