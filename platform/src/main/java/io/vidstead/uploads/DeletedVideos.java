package io.vidstead.uploads;

import io.vidstead.catalog.VideoEvent;
import io.vidstead.engines.events.Event;
import io.vidstead.engines.events.RetryLaterException;
import io.vidstead.kernel.EventConsumer;
import io.vidstead.kernel.Problem;
import io.vidstead.kernel.Transactions;
import io.vidstead.kernel.VideoId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.util.List;
import java.util.Set;

/** Ends the uploads of deleted videos and gives back what they took of the quota. Idempotent by itself. */
@ApplicationScoped
class DeletedVideos implements EventConsumer {

    private final Transactions transactions;
    private final UploadStore store;
    private final Completion completion;

    DeletedVideos(Transactions transactions, UploadStore store, Completion completion) {
        this.transactions = transactions;
        this.store = store;
        this.completion = completion;
    }

    @Override
    public String group() {
        return "uploads";
    }

    @Override
    public Set<String> topics() {
        return Set.of(VideoEvent.Deleted.TOPIC);
    }

    @Override
    public void handle(Connection transaction, List<Event> events) {
        for (Event event : events) {
            VideoId.parse(event.key())
                    .map(video -> transactions.read(handle -> store.listByVideo(handle, video)))
                    .ifPresent(uploads -> uploads.forEach(this::release));
        }
    }

    private void release(Upload upload) {
        switch (upload.state()) {
            case OPEN -> {
                try {
                    if (completion.abort(upload) == Upload.State.COMPLETED) {
                        transactions.run(tx -> completion.refund(tx, upload));
                    }
                } catch (Problem busy) {
                    throw new RetryLaterException("upload " + upload.id() + " is being written to", busy);
                }
            }
            case COMPLETED, ABORTED -> transactions.run(tx -> completion.refund(tx, upload));
        }
    }
}
