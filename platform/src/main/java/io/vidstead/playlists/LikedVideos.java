package io.vidstead.playlists;

import io.vidstead.accounts.Accounts;
import io.vidstead.catalog.Author;
import io.vidstead.catalog.VideoCard;
import io.vidstead.catalog.VideoCards;
import io.vidstead.engagement.Reactions;
import io.vidstead.engagement.Reactions.Liked;
import io.vidstead.kernel.Caller;
import io.vidstead.kernel.Cursors;
import io.vidstead.kernel.PageRequest;
import io.vidstead.kernel.Pagination;
import io.vidstead.kernel.Problem;
import io.vidstead.kernel.SigningKey;
import io.vidstead.kernel.UserId;
import io.vidstead.kernel.VideoId;
import io.vidstead.playlists.PlaylistAnswers.Entry;
import io.vidstead.playlists.PlaylistAnswers.Shown;
import io.vidstead.playlists.PlaylistAnswers.Videos;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the caller likes, shown as a list, the latest first. It has no rows of its own: liking is what changes it. */
@ApplicationScoped
class LikedVideos {

    private static final String LIST = "liked";

    private final Reactions reactions;
    private final Accounts accounts;
    private final VideoCards cards;
    private final Cursors cursors;
    private final Caller caller;

    LikedVideos(Reactions reactions, Accounts accounts, VideoCards cards, SigningKey key, Caller caller) {
        this.reactions = reactions;
        this.accounts = accounts;
        this.cards = cards;
        this.cursors = new Cursors(key);
        this.caller = caller;
    }

    Shown show() {
        UserId user = caller.require();
        List<Liked> latest = reactions.likedBy(user, Optional.empty(), 1);
        Optional<VideoCard> first = cards
                .find(caller, latest.stream().map(Liked::videoId).toList())
                .values()
                .stream()
                .findFirst();
        Instant changed = latest.stream().map(Liked::since).findFirst().orElse(Instant.EPOCH);
        return new Shown(
                PlaylistGate.LIKED,
                LIST,
                "",
                "",
                "private",
                reactions.countLikedBy(user),
                accounts.find(user).map(Author::of).orElseGet(() -> Author.unknown(user)),
                "owner",
                first.map(card -> card.videoId().value()).orElse(null),
                first.map(VideoCard::thumbnailUrl).orElse(null),
                first.map(VideoCard::thumbnailPlaceholder).orElse(null),
                null,
                changed,
                changed);
    }

    Videos list(PageRequest request) {
        UserId user = caller.require();
        if (request.page() > 1) {
            throw Problem.caller("bad_page", "This list is read with cursors.");
        }
        List<Liked> read = reactions.likedBy(user, request.cursor().map(this::position), request.limit() + 1);
        boolean more = read.size() > request.limit();
        List<Liked> shown = more ? read.subList(0, request.limit()) : read;
        Map<VideoId, VideoCard> seen =
                cards.findWatched(caller, shown.stream().map(Liked::videoId).toList());
        return new Videos(
                shown.stream()
                        .map(liked -> Entry.of(liked, Optional.ofNullable(seen.get(liked.videoId()))))
                        .toList(),
                new Pagination(
                        1, request.limit(), reactions.countLikedBy(user), more, more ? cursor(shown.getLast()) : null));
    }

    private String cursor(Liked last) {
        return cursors.write(name(), last.since().toString(), last.videoId().value());
    }

    private Liked position(String cursor) {
        List<String> keys = cursors.read(name(), cursor);
        return new Liked(new VideoId(keys.get(1)), Instant.parse(keys.get(0)));
    }

    private String name() {
        return LIST + " " + caller.require();
    }
}
