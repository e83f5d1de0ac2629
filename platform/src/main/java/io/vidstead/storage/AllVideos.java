package io.vidstead.storage;

import io.vidstead.catalog.StoredFiles;
import io.vidstead.kernel.VideoId;
import java.util.List;
import java.util.function.Consumer;

/** Goes through the videos that have files, some at a time, in order of their ids. */
record AllVideos(StoredFiles files) {

    private static final int BATCH = 200;

    void each(Consumer<VideoId> work) {
        String after = "";
        List<VideoId> batch;
        do {
            batch = files.listAfter(after, BATCH);
            batch.forEach(work);
            after = batch.isEmpty() ? after : batch.getLast().value();
        } while (batch.size() == BATCH);
    }
}
