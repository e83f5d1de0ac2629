package io.vidstead.processing;

import io.vidstead.catalog.Catalog;
import io.vidstead.catalog.RenditionRecord;
import io.vidstead.kernel.Transactions;
import io.vidstead.kernel.VideoId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The renditions that a ladder in the making builds upon. */
@ApplicationScoped
class LadderStock {

    private final Catalog catalog;
    private final ProcessingStore store;
    private final Transactions transactions;

    LadderStock(Catalog catalog, ProcessingStore store, Transactions transactions) {
        this.catalog = catalog;
        this.store = store;
        this.transactions = transactions;
    }

    /** All that the video has; without the rungs of its plan where these are to be made anew. */
    List<RenditionRecord> of(VideoId video) {
        boolean anew = transactions.read(handle -> store.isAnew(handle, video));
        return catalog.renditions(video).stream()
                .filter(rendition -> !anew || !isRung(rendition))
                .toList();
    }

    static boolean isRung(RenditionRecord rendition) {
        return rendition.kind() == RenditionRecord.Kind.VIDEO
                && !rendition.source()
                && rendition.codecs().startsWith("avc1");
    }
}
