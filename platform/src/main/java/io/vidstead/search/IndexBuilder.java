package io.vidstead.search;

import io.vidstead.accounts.PublicChannels;
import io.vidstead.accounts.PublicChannels.PublicChannel;
import io.vidstead.catalog.PublicVideo;
import io.vidstead.catalog.PublicVideos;
import io.vidstead.comments.CommentId;
import io.vidstead.comments.PublicComments;
import io.vidstead.comments.PublicComments.PublicComment;
import io.vidstead.engines.search.Entry;
import io.vidstead.engines.search.SearchIndex;
import io.vidstead.kernel.UserId;
import io.vidstead.kernel.VideoId;
import io.vidstead.playlists.PublicPlaylists;
import io.vidstead.playlists.PublicPlaylists.PublicPlaylist;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Builds the index anew from the database, while the one before answers and takes what happens meanwhile. */
@ApplicationScoped
class IndexBuilder {

    private static final int PART = 200;

    private final SearchIndex index;
    private final Indexer indexer;
    private final PublicVideos videos;
    private final PublicChannels channels;
    private final PublicPlaylists playlists;
    private final PublicComments comments;

    IndexBuilder(
            SearchIndex index,
            Indexer indexer,
            PublicVideos videos,
            PublicChannels channels,
            PublicPlaylists playlists,
            PublicComments comments) {
        this.index = index;
        this.indexer = indexer;
        this.videos = videos;
        this.channels = channels;
        this.playlists = playlists;
        this.comments = comments;
    }

    /**
     * @param goesOn asked between parts; false leaves everything as it was
     * @param indexed told of each video
     * @return how many entries there are; absent when it did not go on
     */
    Optional<Long> build(BooleanSupplier goesOn, Consumer<VideoId> indexed) {
        long entries = 0;
        try (SearchIndex.Rebuild rebuild = index.rebuild()) {
            Optional<VideoId> video = Optional.empty();
            for (List<PublicVideo> part = videos.list(video, PART); !part.isEmpty(); part = videos.list(video, PART)) {
                for (PublicVideo each : part) {
                    entries += add(rebuild, indexer.entries(each));
                    indexed.accept(each.id());
                }
                video = Optional.of(part.getLast().id());
                if (!goesOn.getAsBoolean()) {
                    return Optional.empty();
                }
            }
            entries += addChannels(rebuild) + addPlaylists(rebuild) + addComments(rebuild);
            rebuild.finish();
        }
        return Optional.of(entries);
    }

    private long addChannels(SearchIndex.Rebuild rebuild) {
        long entries = 0;
        Optional<UserId> after = Optional.empty();
        for (List<PublicChannel> part = channels.list(after, PART);
                !part.isEmpty();
                part = channels.list(after, PART)) {
            entries += add(rebuild, part.stream().map(OtherEntries::of).toList());
            after = Optional.of(part.getLast().userId());
        }
        return entries;
    }

    private long addPlaylists(SearchIndex.Rebuild rebuild) {
        long entries = 0;
        Optional<String> after = Optional.empty();
        for (List<PublicPlaylist> part = playlists.list(after, PART);
                !part.isEmpty();
                part = playlists.list(after, PART)) {
            entries += add(rebuild, part.stream().map(OtherEntries::of).toList());
            after = Optional.of(part.getLast().playlistId());
        }
        return entries;
    }

    private long addComments(SearchIndex.Rebuild rebuild) {
        long entries = 0;
        Optional<CommentId> after = Optional.empty();
        for (List<PublicComment> part = comments.list(after, PART);
                !part.isEmpty();
                part = comments.list(after, PART)) {
            entries += add(rebuild, indexer.entries(part));
            after = Optional.of(part.getLast().commentId());
        }
        return entries;
    }

    private static long add(SearchIndex.Rebuild rebuild, List<Entry> entries) {
        rebuild.add(entries);
        return entries.size();
    }
}
