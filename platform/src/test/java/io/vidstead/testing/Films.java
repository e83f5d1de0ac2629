package io.vidstead.testing;

import io.vidstead.catalog.Catalog;
import io.vidstead.catalog.MediaFacts;
import io.vidstead.catalog.RenditionRecord;
import io.vidstead.catalog.RenditionRecord.Kind;
import io.vidstead.catalog.ThumbnailRecord;
import io.vidstead.catalog.VideoDetails;
import io.vidstead.catalog.VideoState;
import io.vidstead.engines.objects.ObjectKey;
import io.vidstead.engines.objects.ObjectStore;
import io.vidstead.kernel.Transactions;
import io.vidstead.kernel.UserId;
import io.vidstead.kernel.VideoId;
import io.vidstead.media.FrameRate;
import io.vidstead.media.TrackKind;
import io.vidstead.media.cmaf.ByteRange;
import io.vidstead.media.cmaf.CmafIndex;
import io.vidstead.media.cmaf.Segment;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Random;

/** Puts videos into the catalog and their bytes into the store, as processing would. The bytes are noise. */
@ApplicationScoped
public class Films {

    public static final Duration LENGTH = Duration.ofSeconds(40);

    /** Enough for two segments; hundreds of films are put into the store, and each byte is hashed and brought to the disk. */
    private static final int FILE_SIZE = 30_000;

    private static final int SEGMENT_TICKS = 4000;

    private final Catalog catalog;
    private final Transactions transactions;
    private final ObjectStore objects;

    Films(Catalog catalog, Transactions transactions, ObjectStore objects) {
        this.catalog = catalog;
        this.transactions = transactions;
        this.objects = objects;
    }

    public static VideoDetails titled(String title, String privacy) {
        return VideoDetails.of(title, null, null, null, privacy, null);
    }

    /** A video whose upload has not ended. */
    public VideoId draft(UserId owner, VideoDetails details) {
        return transactions.call(tx -> catalog.createDraft(tx, owner, details));
    }

    /** A playable video whose ladder fills: 360p and sound are there. */
    public VideoId playing(UserId owner, VideoDetails details) {
        return playing(owner, details, FILE_SIZE);
    }

    /** @param fileSize of each rendition, in bytes */
    public VideoId playing(UserId owner, VideoDetails details, int fileSize) {
        VideoId video = draft(owner, details);
        RenditionRecord picture = rendition(video, Kind.VIDEO, "360p", 360, fileSize);
        RenditionRecord sound = rendition(video, Kind.AUDIO, "audio", 0, fileSize);
        List<ThumbnailRecord> stills = List.of(still(video, 0), still(video, 1), still(video, 2));
        transactions.run(tx -> {
            catalog.uploadCompleted(tx, video, "originals/" + video + "/film", 1_000_000, "0".repeat(64));
            catalog.advance(tx, video, new VideoState.Probing());
            catalog.setMediaFacts(tx, video, new MediaFacts(LENGTH, 1280, 720, 25, "h264", "aac", 2_000_000));
            catalog.advance(tx, video, new VideoState.Publishing());
            catalog.addRenditions(tx, video, List.of(picture, sound));
            catalog.setThumbnails(tx, video, stills, 1);
            catalog.advance(tx, video, new VideoState.Encoding(true));
        });
        return video;
    }

    /** A video with its whole ladder. */
    public VideoId done(UserId owner, VideoDetails details) {
        VideoId video = playing(owner, details);
        finish(video);
        return video;
    }

    public void finish(VideoId video) {
        RenditionRecord more = rendition(video, Kind.VIDEO, "720p", 720, FILE_SIZE);
        transactions.run(tx -> {
            catalog.addRenditions(tx, video, List.of(more));
            catalog.advance(tx, video, new VideoState.Finishing());
            catalog.advance(tx, video, new VideoState.Done());
        });
    }

    /** What a rendition's file holds. */
    public byte[] bytes(RenditionRecord rendition) {
        try (var in = objects.open(new ObjectKey(rendition.objectKey())).orElseThrow()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private RenditionRecord rendition(VideoId video, Kind kind, String name, int height, int fileSize) {
        String file = name + "-abc.mp4";
        ObjectKey key = put("processed", video, file, fileSize);
        boolean sound = kind == Kind.AUDIO;
        int width = height * 16 / 9;
        var index = new CmafIndex(
                sound ? TrackKind.AUDIO : TrackKind.VIDEO,
                sound ? "mp4a.40.2" : "avc1.64001f",
                1000,
                0,
                new ByteRange(0, 1000),
                new ByteRange(1000, 1000),
                List.of(
                        new Segment(2000, 10_000, SEGMENT_TICKS),
                        new Segment(12_000, fileSize - 12_000, SEGMENT_TICKS)),
                width,
                height,
                sound ? FrameRate.UNKNOWN : FrameRate.of(25),
                sound ? 2 : 0,
                sound ? 48_000 : 0);
        return new RenditionRecord(
                kind,
                name,
                key.value(),
                file,
                width,
                height,
                sound ? 0 : 25,
                index.codecs(),
                index.averageBandwidthBps(),
                index.peakBandwidthBps(),
                fileSize,
                index.toJson(),
                false,
                false);
    }

    private ThumbnailRecord still(VideoId video, int number) {
        String file = "thumb-" + number + "-abc.jpg";
        ObjectKey key = put("thumbnails", video, file, 1000);
        return new ThumbnailRecord(number, key.value(), file, 1280, 720, 1000, "#aabbcc");
    }

    private ObjectKey put(String folder, VideoId video, String file, int size) {
        byte[] noise = new byte[size];
        new Random(file.hashCode()).nextBytes(noise);
        ObjectKey key = ObjectKey.of(folder, video.value(), file);
        try {
            objects.put(key, new ByteArrayInputStream(noise));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return key;
    }
}
