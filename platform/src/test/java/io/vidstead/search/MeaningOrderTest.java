package io.vidstead.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vidstead.accounts.PublicChannels;
import io.vidstead.catalog.PublicVideos;
import io.vidstead.comments.PublicComments;
import io.vidstead.engines.embed.Embedder;
import io.vidstead.engines.search.SearchIndex;
import io.vidstead.engines.search.SearchIndexException;
import io.vidstead.kernel.Transactions;
import io.vidstead.kernel.VideoId;
import io.vidstead.playlists.PublicPlaylists;
import io.vidstead.testing.PlatformTest;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;

/** Vectors are kept once they are in the index: where a crash or a full disk comes between, they are missing and made again. */
@PlatformTest
class MeaningOrderTest extends SearchVisits {

    @Inject
    PublicVideos videos;

    @Inject
    PublicChannels channels;

    @Inject
    PublicPlaylists playlists;

    @Inject
    PublicComments comments;

    @Inject
    VideoEntries entries;

    @Inject
    Embedder embedder;

    @Inject
    Transactions transactions;

    @Inject
    Event<SubjectLearned> learned;

    private final List<String> done = new ArrayList<>();

    private Indexer indexer(boolean full) {
        SearchIndex index = (SearchIndex) Proxy.newProxyInstance(
                SearchIndex.class.getClassLoader(), new Class<?>[] {SearchIndex.class}, (_, method, _) -> {
                    if (full) {
                        throw new SearchIndexException("no space left", new IOException());
                    }
                    done.add(method.getName());
                    return null;
                });
        VectorStore store = new VectorStore() {
            @Override
            Map<String, byte[]> find(Handle handle, VideoId video, String model) {
                return Map.of();
            }

            @Override
            void replace(Handle tx, VideoId video, String model, Collection<Row> rows) {
                done.add("keep");
            }
        };
        return new Indexer(
                index,
                videos,
                channels,
                playlists,
                comments,
                entries,
                new Vectors(embedder, store, transactions),
                learned);
    }

    @Test
    void vectorsAreKeptOnceTheyAreInTheIndex() {
        VideoId video = film("Sailing around the world " + word, "", "en");
        assertThatThrownBy(() -> indexer(true).meaning(video)).isInstanceOf(SearchIndexException.class);
        assertThat(done).isEmpty();
        indexer(false).meaning(video);
        assertThat(done).containsExactly("write", "keep");
    }
}
