package io.vidstead.playlists;

import io.vidstead.kernel.Caller;
import io.vidstead.kernel.Ids;
import io.vidstead.kernel.Problem;
import io.vidstead.kernel.Transactions;
import io.vidstead.kernel.UserId;
import io.vidstead.playlists.Playlist.Access;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Finds the list that a request names and sees that its caller may do what they ask for: with 404 where they may not know
 * that the list exists, else with 403.
 */
@ApplicationScoped
class PlaylistGate {

    /** Names the caller's watch later list in paths; it is made when somebody first asks for it. */
    static final String WATCH_LATER = "watch-later";

    /** Names what the caller likes, which can be read but not changed here ({@link LikedVideos}). */
    static final String LIKED = "liked";

    private final Transactions transactions;
    private final PlaylistStore playlists;
    private final Ids ids;
    private final Clock clock;
    private final Caller caller;

    PlaylistGate(Transactions transactions, PlaylistStore playlists, Ids ids, Clock clock, Caller caller) {
        this.transactions = transactions;
        this.playlists = playlists;
        this.ids = ids;
        this.clock = clock;
        this.caller = caller;
    }

    PlaylistId id(String name) {
        if (name.equals(LIKED)) {
            caller.require();
            throw Problem.conflict("fixed_playlist", "What you like is changed by liking, not here.");
        }
        return name.equals(WATCH_LATER) ? watchLater(caller.require()) : PlaylistId.fromString(name);
    }

    PlaylistStore.Found requireVisible(PlaylistId id) {
        return transactions
                .read(handle -> playlists.find(handle, id, caller.userId()))
                .filter(found -> found.access(caller.userId()) != Access.NONE)
                .orElseThrow(PlaylistId::notFound);
    }

    /** Nobody else changes the list or its videos until the transaction ends. */
    Playlist lock(Handle tx, PlaylistId id, Access needed) {
        UserId user = caller.require();
        PlaylistStore.Found found = playlists
                .lock(tx, id, Optional.of(user))
                .filter(list -> list.access(Optional.of(user)) != Access.NONE)
                .orElseThrow(PlaylistId::notFound);
        if (!found.access(Optional.of(user)).atLeast(needed)) {
            throw needed == Access.OWNER
                    ? Problem.forbidden("not_owner", "Only its owner may do this to a playlist.")
                    : Problem.forbidden("not_collaborator", "Only its owner and invited people change a playlist.");
        }
        return found.playlist();
    }

    /** As {@link #lock} for its owner, of a list that they made themselves. */
    Playlist lockOwn(Handle tx, PlaylistId id) {
        Playlist playlist = lock(tx, id, Access.OWNER);
        if (playlist.kind() != Playlist.Kind.OWN) {
            throw Problem.conflict("fixed_playlist", "Watch later cannot be edited, shared or deleted.");
        }
        return playlist;
    }

    private PlaylistId watchLater(UserId owner) {
        return transactions
                .read(handle -> playlists.findWatchLater(handle, owner))
                .orElseGet(() -> transactions.call(tx -> {
                    Instant now = clock.instant();
                    var details = PlaylistDetails.NEW;
                    playlists.insert(
                            tx,
                            new Playlist(
                                    new PlaylistId(ids.newNumber()),
                                    owner,
                                    Playlist.Kind.WATCH_LATER,
                                    details,
                                    0,
                                    false,
                                    0,
                                    now,
                                    now));
                    // Somebody's other tab may have been first.
                    return playlists.findWatchLater(tx, owner).orElseThrow();
                }));
    }
}
