package io.vidstead.catalog;

import io.vidstead.engines.objects.ObjectKey;
import io.vidstead.engines.objects.ObjectStore;
import io.vidstead.kernel.Caller;
import io.vidstead.kernel.Pictures;
import io.vidstead.kernel.VideoId;
import io.vidstead.media.images.ImageResult;
import io.vidstead.media.images.ImageSpec;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;

/** Takes pictures that owners bring for their videos. */
@ApplicationScoped
class CustomThumbnails {

    private final Pictures pictures;
    private final ObjectStore objects;
    private final VideoEditor editor;

    CustomThumbnails(Pictures pictures, ObjectStore objects, VideoEditor editor) {
        this.pictures = pictures;
        this.objects = objects;
        this.editor = editor;
    }

    void set(Caller caller, VideoId video, InputStream picture) {
        editor.requireEditable(caller, video);
        ThumbnailRecord stored = pictures.take(picture, ImageSpec.THUMBNAIL, fresh -> keep(video, fresh));
        editor.setThumbnail(caller, video, stored).ifPresent(old -> objects.delete(new ObjectKey(old.objectKey())));
    }

    private ThumbnailRecord keep(VideoId video, ImageResult.Accepted accepted) throws IOException {
        String tag = ContentTag.of(Files.readAllBytes(accepted.file()));
        String fileName = "thumb-" + ThumbnailRecord.CUSTOM + "-" + tag + ".jpg";
        ObjectKey key = ObjectKey.of("thumbnails", video.value(), fileName);
        long size = objects.put(key, accepted.file()).size();
        return new ThumbnailRecord(
                ThumbnailRecord.CUSTOM,
                key.value(),
                fileName,
                accepted.width(),
                accepted.height(),
                size,
                accepted.colour());
    }
}
