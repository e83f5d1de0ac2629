package io.vidstead.catalog;

import java.util.regex.Pattern;

/**
 * One stored rendition: a single CMAF file which HLS and DASH share.
 *
 * @param name unique per kind and video: {@code 720p}, {@code source}, {@code audio}
 * @param objectKey where the object store has it
 * @param fileName the last part of its address, with its content's tag: {@code 720p-3f2a9c.mp4}; its bytes never change
 * @param width,height,fps 0 for audio
 * @param codecs as RFC 6381 wants them, from the sample entry: {@code avc1.64001f}
 * @param averageBandwidthBps,peakBandwidthBps bits a second, as HLS defines AVERAGE-BANDWIDTH and BANDWIDTH
 * @param sizeBytes of the whole file
 * @param segmentIndex JSON of the media library's index of the file (init range, sidx range, segments)
 * @param source whether it is the original's own stream; its segments need not line up with the others
 * @param justInTime whether it is made from the original, whose key this is then, when somebody asks
 * @param traits what tells it from others of its size
 */
public record RenditionRecord(
        Kind kind,
        String name,
        String objectKey,
        String fileName,
        int width,
        int height,
        double fps,
        String codecs,
        long averageBandwidthBps,
        long peakBandwidthBps,
        long sizeBytes,
        String segmentIndex,
        boolean source,
        boolean justInTime,
        RenditionTraits traits) {

    /** Video and audio are separate files. */
    public enum Kind {
        VIDEO,
        AUDIO
    }

    private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

    public RenditionRecord {
        requireSafe(name);
        requireSafe(fileName);
    }

    /** A {@linkplain RenditionTraits#PLAIN plain} one. */
    public RenditionRecord(
            Kind kind,
            String name,
            String objectKey,
            String fileName,
            int width,
            int height,
            double fps,
            String codecs,
            long averageBandwidthBps,
            long peakBandwidthBps,
            long sizeBytes,
            String segmentIndex,
            boolean source,
            boolean justInTime) {
        this(
                kind,
                name,
                objectKey,
                fileName,
                width,
                height,
                fps,
                codecs,
                averageBandwidthBps,
                peakBandwidthBps,
                sizeBytes,
                segmentIndex,
                source,
                justInTime,
                RenditionTraits.PLAIN);
    }

    public RenditionRecord with(RenditionTraits changed) {
        return new RenditionRecord(
                kind,
                name,
                objectKey,
                fileName,
                width,
                height,
                fps,
                codecs,
                averageBandwidthBps,
                peakBandwidthBps,
                sizeBytes,
                segmentIndex,
                source,
                justInTime,
                changed);
    }

    static void requireSafe(String name) {
        if (!SAFE.matcher(name).matches()) {
            throw new IllegalArgumentException("Not a file name for a web address: " + name);
        }
    }
}
