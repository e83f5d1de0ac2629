package io.vidstead.processing;

import io.vidstead.catalog.CaptionTrack;
import io.vidstead.catalog.CaptionTrack.Origin;
import io.vidstead.catalog.CaptionTrack.StoredWords;
import io.vidstead.catalog.DerivativeRecord;
import io.vidstead.catalog.DerivativeRecord.Kind;
import io.vidstead.engines.objects.ObjectKey;
import io.vidstead.engines.objects.ObjectStore;
import io.vidstead.engines.objects.StoredObject;
import io.vidstead.kernel.VideoId;
import io.vidstead.media.derive.ExtractedCaptions;
import io.vidstead.media.derive.Storyboard;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Puts what was made of a video beside its renditions into the object store, under names never used before. */
@ApplicationScoped
class StoredDerivatives {

    private final ObjectStore objects;
    private final RandomGenerator random;
    private final Clock clock;

    StoredDerivatives(ObjectStore objects, RandomGenerator random, Clock clock) {
        this.objects = objects;
        this.random = random;
        this.clock = clock;
    }

    DerivativeRecord preview(VideoId video, Path file) {
        return put(video, Kind.PREVIEW, 0, "preview-" + tag() + ".mp4", file);
    }

    /** The sheets, and the index that names them. */
    List<DerivativeRecord> storyboard(VideoId video, Storyboard board, Path folder) throws IOException {
        var records = new ArrayList<DerivativeRecord>();
        for (Path sheet : board.sheets()) {
            int number = records.size();
            records.add(
                    put(video, Kind.STORYBOARD_SHEET, number, "storyboard-" + number + "-" + tag() + ".jpg", sheet));
        }
        Path index = folder.resolve("storyboard.vtt");
        Files.writeString(
                index,
                board.toWebVtt(records.stream().map(DerivativeRecord::fileName).toList()));
        records.add(put(video, Kind.STORYBOARD, 0, "storyboard-" + tag() + ".vtt", index));
        return records;
    }

    /** @param name unique among the video's captions */
    CaptionTrack captions(VideoId video, ExtractedCaptions captions, CaptionName name) {
        String fileName = name.name() + "-" + tag() + ".vtt";
        StoredObject stored = objects.put(ObjectKey.of(CaptionTrack.FOLDER, video.value(), fileName), captions.file());
        return new CaptionTrack(
                name.name(),
                name.language(),
                name.label(),
                captions.stream().preferred(),
                new StoredWords(stored.key().value(), fileName, stored.size()),
                Origin.FILE,
                Optional.empty(),
                clock.instant());
    }

    private DerivativeRecord put(VideoId video, Kind kind, int number, String fileName, Path file) {
        StoredObject stored = objects.put(ObjectKey.of(DerivativeRecord.FOLDER, video.value(), fileName), file);
        return new DerivativeRecord(kind, number, stored.key().value(), fileName, stored.size());
    }

    private String tag() {
        return HexFormat.of().toHexDigits(random.nextInt());
    }
}
