package io.vidstead.media.cmaf;

import io.vidstead.media.FrameRate;
import io.vidstead.media.TrackKind;
import java.util.ArrayList;
import java.util.List;

/**
 * All that manifests need to know of one single-file CMAF rendition.
 *
 * @param codecs RFC 6381 string of the sample entry: {@code avc1.64001f}, {@code mp4a.40.2}
 * @param timescale ticks a second
 * @param startTicks presentation time of the first sample
 * @param init where the initialisation segment is
 * @param sidx where the segment index is
 * @param segments in order of time and place; at least one
 * @param width in shown pixels; 0 for sound
 * @param height in shown pixels; 0 for sound
 * @param frameRate average over the first segment; unknown for sound
 * @param channels of sound; 0 for video
 * @param sampleRateHz of sound; 0 for video
 * @param signal what displays must know; {@linkplain PictureSignal#PLAIN plain} for sound
 */
public record CmafIndex(
        TrackKind kind,
        String codecs,
        int timescale,
        long startTicks,
        ByteRange init,
        ByteRange sidx,
        List<Segment> segments,
        int width,
        int height,
        FrameRate frameRate,
        int channels,
        int sampleRateHz,
        PictureSignal signal) {

    /** One with a {@linkplain PictureSignal#PLAIN plain} picture, or sound. */
    public CmafIndex(
            TrackKind kind,
            String codecs,
            int timescale,
            long startTicks,
            ByteRange init,
            ByteRange sidx,
            List<Segment> segments,
            int width,
            int height,
            FrameRate frameRate,
            int channels,
            int sampleRateHz) {
        this(
                kind,
                codecs,
                timescale,
                startTicks,
                init,
                sidx,
                segments,
                width,
                height,
                frameRate,
                channels,
                sampleRateHz,
                PictureSignal.PLAIN);
    }

    public CmafIndex {
        segments = List.copyOf(segments);
        if (segments.isEmpty() || timescale <= 0) {
            throw new IllegalArgumentException("an index without segments or timescale");
        }
    }

    /** This index with other segments. */
    CmafIndex withSegments(List<Segment> others) {
        return new CmafIndex(
                kind,
                codecs,
                timescale,
                startTicks,
                init,
                sidx,
                others,
                width,
                height,
                frameRate,
                channels,
                sampleRateHz);
    }

    public double durationSeconds() {
        return seconds(durationTicks());
    }

    public long durationTicks() {
        return segments.stream().mapToLong(Segment::durationTicks).sum();
    }

    /** {@code ticks} of this track in seconds. */
    public double seconds(long ticks) {
        return (double) ticks / timescale;
    }

    /** Bits of all segments over their length (RFC 8216, AVERAGE-BANDWIDTH). */
    public long averageBandwidthBps() {
        return Bandwidth.averageBps(segments, timescale);
    }

    /** Largest bit rate of any run of segments between half and one and a half target durations (RFC 8216, BANDWIDTH). */
    public long peakBandwidthBps() {
        return Bandwidth.peakBps(segments, timescale);
    }

    /**
     * The pictures that stand alone, one a segment, each with the time until the next: what HLS plays when it winds. Empty
     * where they are not known.
     */
    public List<Segment> keyframes() {
        var frames = new ArrayList<Segment>();
        for (var segment : segments) {
            if (segment.keyLength() > 0) {
                frames.add(new Segment(segment.offset(), segment.keyLength(), segment.durationTicks()));
            } else if (!frames.isEmpty()) {
                var last = frames.removeLast();
                frames.add(new Segment(last.offset(), last.length(), last.durationTicks() + segment.durationTicks()));
            }
        }
        return frames;
    }

    /** This index as one whose segments are its {@link #keyframes}, of which there must be some. */
    public CmafIndex ofKeyframes() {
        return at(init, sidx, keyframes());
    }

    /** The same track with its parts in other places. */
    public CmafIndex at(ByteRange init, ByteRange sidx, List<Segment> segments) {
        return new CmafIndex(
                kind,
                codecs,
                timescale,
                startTicks,
                init,
                sidx,
                segments,
                width,
                height,
                frameRate,
                channels,
                sampleRateHz,
                signal);
    }

    /** The longest segment in whole seconds, as EXT-X-TARGETDURATION wants it. */
    public int targetSeconds() {
        return Bandwidth.targetSeconds(segments, timescale);
    }

    /** A compact JSON text for keeping; stable between releases. */
    public String toJson() {
        return IndexJson.write(this);
    }

    /**
     * Reads what {@link #toJson} wrote.
     *
     * @throws io.vidstead.media.MediaException {@code MALFORMED_MEDIA}
     */
    public static CmafIndex fromJson(String json) {
        return IndexJson.read(json);
    }
}
