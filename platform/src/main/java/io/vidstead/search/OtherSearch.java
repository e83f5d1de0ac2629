package io.vidstead.search;

import io.vidstead.accounts.Accounts;
import io.vidstead.accounts.Profile;
import io.vidstead.accounts.PublicChannels;
import io.vidstead.catalog.Author;
import io.vidstead.catalog.PublicVideo;
import io.vidstead.catalog.PublicVideos;
import io.vidstead.comments.CommentId;
import io.vidstead.comments.PublicComments;
import io.vidstead.comments.PublicComments.PublicComment;
import io.vidstead.engines.search.Found;
import io.vidstead.engines.search.Found.Hit;
import io.vidstead.engines.search.QueryText;
import io.vidstead.engines.search.SearchIndex;
import io.vidstead.engines.search.SearchQuery;
import io.vidstead.kernel.Pagination;
import io.vidstead.kernel.UserId;
import io.vidstead.kernel.VideoId;
import io.vidstead.playlists.PublicPlaylists;
import io.vidstead.playlists.PublicPlaylists.PublicPlaylist;
import io.vidstead.search.SearchAnswers.ChannelResult;
import io.vidstead.search.SearchAnswers.CommentResult;
import io.vidstead.search.SearchAnswers.Page;
import io.vidstead.search.SearchAnswers.PlaylistResult;
import io.vidstead.search.SearchAnswers.Result;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Searches channels, playlists and comments, by words alone. */
@ApplicationScoped
class OtherSearch {

    private final SearchIndex index;
    private final PublicChannels channels;
    private final PublicPlaylists playlists;
    private final PublicComments comments;
    private final PublicVideos videos;
    private final Accounts accounts;

    OtherSearch(
            SearchIndex index,
            PublicChannels channels,
            PublicPlaylists playlists,
            PublicComments comments,
            PublicVideos videos,
            Accounts accounts) {
        this.index = index;
        this.channels = channels;
        this.playlists = playlists;
        this.comments = comments;
        this.videos = videos;
        this.accounts = accounts;
    }

    Page search(SearchRequest request) {
        int depth = request.page().offset() + request.page().limit();
        Found found = index.search(new SearchQuery(
                Set.of(request.kind()),
                request.text(),
                request.filters(),
                request.order(),
                0,
                Math.min(SearchQuery.DEEPEST, depth + 1),
                Set.of()));
        QueryText asked = VideoSearch.corrected(request.text(), found.correction());
        // As they are now: what is not public any more is neither shown nor counted, whatever the index still says.
        Map<String, Supplier<Result>> results = results(request.kind(), asked, found.hits());
        List<Supplier<Result>> present = found.hits().stream()
                .flatMap(hit -> Optional.ofNullable(results.get(Kinds.thing(hit.id()))).stream())
                .toList();
        List<Result> shown = present.stream()
                .skip(request.page().offset())
                .limit(request.page().limit())
                .map(Supplier::get)
                .toList();
        long total = found.total() - (found.hits().size() - present.size());
        return new Page(
                shown,
                new Pagination(request.page().page(), request.page().limit(), total, present.size() > depth, null),
                found.correction().isEmpty() || shown.isEmpty() ? null : found.correction(),
                false,
                null);
    }

    /** By what stands behind the kind in their ids; made for those alone that are shown. */
    private Map<String, Supplier<Result>> results(String kind, QueryText asked, List<Hit> hits) {
        double best = hits.stream().mapToDouble(Hit::score).max().orElse(1);
        Map<String, Double> scores = hits.stream()
                .collect(Collectors.toMap(hit -> Kinds.thing(hit.id()), hit -> best > 0 ? hit.score() / best : 0));
        return switch (kind) {
            case Kinds.CHANNEL -> channels(asked, scores);
            case Kinds.PLAYLIST -> playlists(asked, scores);
            case Kinds.COMMENT -> comments(asked, scores);
            default -> throw new IllegalArgumentException("not searched here: " + kind);
        };
    }

    private Map<String, Supplier<Result>> channels(QueryText asked, Map<String, Double> scores) {
        Set<UserId> wanted = scores.keySet().stream()
                .flatMap(id -> UserId.parse(id).stream())
                .collect(Collectors.toSet());
        Map<String, Supplier<Result>> results = new HashMap<>();
        channels.find(wanted)
                .forEach(channel -> results.put(
                        channel.userId().toString(),
                        () -> new ChannelResult(
                                channel.userId(),
                                channel.username(),
                                channel.name(),
                                marked(asked, channel.description()),
                                channel.avatarUrl(),
                                channel.subscriberCount(),
                                channel.created(),
                                scores.getOrDefault(channel.userId().toString(), 0.0))));
        return results;
    }

    private Map<String, Supplier<Result>> playlists(QueryText asked, Map<String, Double> scores) {
        List<PublicPlaylist> found = playlists.find(scores.keySet());
        Function<UserId, Author> authors =
                authors(found.stream().map(PublicPlaylist::owner).collect(Collectors.toSet()));
        Map<String, Supplier<Result>> results = new HashMap<>();
        found.forEach(playlist -> results.put(
                playlist.playlistId(),
                () -> new PlaylistResult(
                        playlist.playlistId(),
                        playlist.title(),
                        marked(asked, playlist.description()),
                        playlist.videoCount(),
                        authors.apply(playlist.owner()),
                        playlist.created(),
                        scores.getOrDefault(playlist.playlistId(), 0.0))));
        return results;
    }

    private Map<String, Supplier<Result>> comments(QueryText asked, Map<String, Double> scores) {
        List<PublicComment> found = comments.find(
                scores.keySet().stream().map(CommentId::fromString).toList());
        Map<VideoId, PublicVideo> below =
                videos.find(found.stream().map(PublicComment::video).collect(Collectors.toSet()));
        Function<UserId, Author> authors =
                authors(found.stream().map(PublicComment::author).collect(Collectors.toSet()));
        Map<String, Supplier<Result>> results = new HashMap<>();
        for (PublicComment comment : found) {
            PublicVideo video = below.get(comment.video());
            if (video != null) {
                results.put(
                        comment.commentId().toString(),
                        () -> new CommentResult(
                                comment.commentId(),
                                comment.video(),
                                video.title(),
                                marked(asked, comment.content()),
                                authors.apply(comment.author()),
                                comment.likes(),
                                comment.created(),
                                scores.getOrDefault(comment.commentId().toString(), 0.0)));
            }
        }
        return results;
    }

    private Snippet marked(QueryText asked, String text) {
        return Snippet.best(text, index.highlight(asked, "", text));
    }

    private Function<UserId, Author> authors(Set<UserId> users) {
        Map<UserId, Profile> profiles = accounts.findAll(users);
        return user -> Optional.ofNullable(profiles.get(user)).map(Author::of).orElseGet(() -> Author.unknown(user));
    }
}
