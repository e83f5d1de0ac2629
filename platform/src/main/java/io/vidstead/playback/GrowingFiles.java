package io.vidstead.playback;

import io.vidstead.catalog.GrowingRendition;
import io.vidstead.catalog.RenditionRecord;
import io.vidstead.engines.objects.ObjectKey;
import io.vidstead.engines.objects.ObjectStore;
import io.vidstead.kernel.VideoId;
import io.vidstead.kernel.http.StoredFile;
import io.vidstead.media.cmaf.CmafIndex;
import io.vidstead.media.cmaf.Segment;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.util.ArrayList;
import java.util.List;

/** Files that are still being written, put together from the objects that hold their parts. */
@ApplicationScoped
class GrowingFiles {

    private static final int BUFFER = 64 * 1024;

    private final ObjectStore objects;

    GrowingFiles(ObjectStore objects) {
        this.objects = objects;
    }

    /** What there is of a rendition, as a file to be sent. */
    StoredFile file(VideoId video, GrowingRendition growing) {
        List<Part> parts = parts(video, growing);
        long size = parts.getLast().end();
        String type = growing.kind() == RenditionRecord.Kind.VIDEO ? "video/mp4" : "audio/mp4";
        StoredFile.Made made = (offset, length, out) -> write(parts, offset, offset + length, out);
        return new StoredFile(made, size, '"' + growing.fileName() + "-" + size + '"', type);
    }

    private record Part(ObjectKey key, long offset, long length) {
        long end() {
            return offset + length;
        }
    }

    private static List<Part> parts(VideoId video, GrowingRendition growing) {
        List<Segment> segments = CmafIndex.fromJson(growing.segmentIndex()).segments();
        List<Part> parts = new ArrayList<>();
        parts.add(part(video, growing, 0, segments.getFirst().offset()));
        segments.forEach(segment -> parts.add(part(video, growing, segment.offset(), segment.length())));
        return parts;
    }

    private static Part part(VideoId video, GrowingRendition growing, long offset, long length) {
        return new Part(GrowingRendition.part(video, growing.fileName(), offset), offset, length);
    }

    private void write(List<Part> parts, long from, long to, WritableByteChannel out) throws IOException {
        for (Part part : parts) {
            long begin = Math.max(from, part.offset());
            long end = Math.min(to, part.end());
            if (begin < end) {
                copy(part.key(), begin - part.offset(), end - begin, out);
            }
        }
    }

    private void copy(ObjectKey key, long offset, long length, WritableByteChannel out) throws IOException {
        try (InputStream in =
                objects.openRange(key, offset, length).orElseThrow(() -> new FileNotFoundException("no part " + key))) {
            byte[] buffer = new byte[BUFFER];
            int read;
            while ((read = in.readNBytes(buffer, 0, BUFFER)) > 0) {
                out.write(ByteBuffer.wrap(buffer, 0, read));
            }
        }
    }
}
