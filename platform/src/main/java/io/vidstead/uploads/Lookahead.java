package io.vidstead.uploads;

import io.vidstead.engines.objects.LocalObjects;
import io.vidstead.engines.objects.ObjectStore;
import io.vidstead.engines.objects.StagedObject;
import io.vidstead.engines.objects.StagingObjects;
import io.vidstead.processing.Prepared;
import io.vidstead.processing.Processing;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;

/** Lets processing look into an upload while it arrives, where the object store keeps it as a file of this machine. */
@ApplicationScoped
class Lookahead {

    private final ObjectStore objects;
    private final StagingObjects stages;
    private final Processing processing;

    Lookahead(ObjectStore objects, StagingObjects stages, Processing processing) {
        this.objects = objects;
        this.stages = stages;
        this.processing = processing;
    }

    /** The body, which tells of each step in which its stage grows. */
    InputStream watch(Upload upload, StagedObject stage, InputStream body) {
        return new Watched(upload, stage, body);
    }

    /** More of the upload is durable. */
    void grown(Upload upload) {
        grown(upload, stages.stage(Completion.stageId(upload)));
    }

    private void grown(Upload upload, StagedObject stage) {
        path(stage)
                .ifPresent(path -> processing.arriving(
                        upload.videoId(), Completion.key(upload), path, stage.size(), upload.declaredSize()));
    }

    /** What is known of the whole upload before it becomes an original. */
    Optional<Prepared> finish(Upload upload, StagedObject stage) {
        return path(stage)
                .filter(_ -> stage.size() == upload.declaredSize())
                .flatMap(_ -> processing.arrived(upload.videoId()));
    }

    /** What was seen is not what will be. */
    void forget(Upload upload) {
        processing.forget(upload.videoId());
    }

    private Optional<Path> path(StagedObject stage) {
        return objects instanceof LocalObjects local ? local.stagedPath(stage.id()) : Optional.empty();
    }

    private final class Watched extends InputStream {

        private final Upload upload;
        private final StagedObject stage;
        private final InputStream body;
        private long told;

        Watched(Upload upload, StagedObject stage, InputStream body) {
            this.upload = upload;
            this.stage = stage;
            this.body = body;
            this.told = stage.size();
        }

        @Override
        public int read() throws IOException {
            tell();
            return body.read();
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            tell();
            return body.read(buffer, offset, length);
        }

        private void tell() {
            if (stage.size() != told) {
                told = stage.size();
                grown(upload, stage);
            }
        }
    }
}
