package io.vidstead.media.encode;

import io.vidstead.media.VideoStream;
import io.vidstead.media.tools.ToneMap;
import java.util.ArrayList;
import java.util.List;

/**
 * The filters between one decoder and the encoders of all rungs: frames are made progressive, evenly timed and, unless the
 * rungs keep it, free of high dynamic range once, then
 * scaled down step by step, each rung from the one above it.
 */
final class LadderGraph {
    private LadderGraph() {}

    /**
     * The text for {@code -filter_complex}; the outputs are named {@link #output} and keep their times in the whole video.
     *
     * @param fromBeginning whether the source is read from its beginning; where its first frame is late it then stands from 0 on
     */
    static String of(VideoStream video, List<Rung> rungs, Chunk chunk, boolean fromBeginning) {
        var chains = new ArrayList<String>();
        var from = "0:" + video.index();
        for (int i = 0; i < rungs.size(); i++) {
            var filters = new ArrayList<String>();
            if (i == 0) {
                prepare(video, rungs.getFirst(), chunk, fromBeginning, filters);
            }
            filters.add(
                    "scale=" + rungs.get(i).width() + ":" + rungs.get(i).height() + (i == 0 ? ":out_range=tv" : ""));
            if (i == 0) {
                finish(video, rungs.getFirst().codec(), filters);
            }
            // Even sizes are not quite of the shape of the one above, and the scaler would make up for it with oblong
            // pixels.
            filters.add("setsar=1");
            boolean last = i == rungs.size() - 1;
            var to = "[" + output(i) + "]" + (last ? "" : "[s" + i + "]");
            chains.add("[" + from + "]" + String.join(",", filters) + (last ? "" : ",split=2") + to);
            from = "s" + i;
        }
        return String.join(";", chains);
    }

    static String output(int rung) {
        return "v" + rung;
    }

    private static void prepare(VideoStream video, Rung top, Chunk chunk, boolean fromBeginning, List<String> filters) {
        if (video.interlaced()) {
            filters.add("bwdif=mode=send_frame");
        }
        filters.add("fps=" + top.frameRate() + (fromBeginning ? ":start_time=0" : ""));
        if (chunk.from() > 0 || chunk.to().isPresent()) {
            // Times are counted in frames here.
            var end = chunk.to().isPresent() ? ":end_pts=" + chunk.to().getAsLong() : "";
            filters.add("trim=start_pts=" + chunk.from() + end);
        }
    }

    private static void finish(VideoStream video, VideoCodec codec, List<String> filters) {
        if (video.hdr() && codec != VideoCodec.AV1_HDR) {
            filters.add(ToneMap.FILTERS);
        }
        filters.add("format=" + pixelFormat(codec));
    }

    static String pixelFormat(VideoCodec codec) {
        return switch (codec) {
            case H264, AV1 -> "yuv420p";
            case AV1_HDR -> "yuv420p10le";
        };
    }
}
