package io.vidstead.media.encode;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vidstead.media.FrameRate;
import io.vidstead.media.MediaException;
import io.vidstead.media.MediaException.Code;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The kept form of a plan. */
final class PlanJson {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int VERSION = 1;

    private PlanJson() {}

    static String write(LadderPlan plan) {
        var root = JSON.createObjectNode()
                .put("version", VERSION)
                .put("profile", plan.profile())
                .put("preset", plan.preset())
                .put("saved_bytes", plan.savedBytes());
        var rungs = root.putArray("rungs");
        for (var rung : plan.rungs()) {
            rungs.addObject()
                    .put("name", rung.name())
                    .put("width", rung.width())
                    .put("height", rung.height())
                    .put("frame_rate", rung.frameRate().toString())
                    .put("codec", code(rung.codec()))
                    .put("crf", rung.crf())
                    .put("max_bps", rung.maxBitrateBps());
        }
        var dropped = root.putArray("dropped");
        for (var each : plan.dropped()) {
            dropped.addObject()
                    .put("name", each.name())
                    .put("short_side", each.shortSide())
                    .put("reason", code(each.reason()));
        }
        return root.toString();
    }

    private static String code(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    static LadderPlan read(String json) {
        try {
            return read(JSON.readTree(json));
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw new MediaException(Code.MALFORMED_MEDIA, "The kept plan cannot be read", e);
        }
    }

    private static LadderPlan read(JsonNode root) {
        if (root.required("version").intValue() != VERSION) {
            throw new IllegalArgumentException("another version");
        }
        List<Rung> rungs = new ArrayList<>();
        for (var rung : root.required("rungs")) {
            rungs.add(new Rung(
                    rung.required("name").asText(),
                    rung.required("width").intValue(),
                    rung.required("height").intValue(),
                    FrameRate.parse(rung.required("frame_rate").asText()),
                    value(VideoCodec.class, rung.required("codec")),
                    rung.required("crf").intValue(),
                    rung.required("max_bps").intValue()));
        }
        List<LadderPlan.Dropped> dropped = new ArrayList<>();
        for (var each : root.required("dropped")) {
            dropped.add(new LadderPlan.Dropped(
                    each.required("name").asText(),
                    each.required("short_side").intValue(),
                    value(LadderPlan.Reason.class, each.required("reason"))));
        }
        return new LadderPlan(
                root.required("profile").asText(),
                root.required("preset").asText(),
                rungs,
                dropped,
                root.required("saved_bytes").longValue());
    }

    private static <E extends Enum<E>> E value(Class<E> type, JsonNode code) {
        return Enum.valueOf(type, code.asText().toUpperCase(Locale.ROOT));
    }
}
