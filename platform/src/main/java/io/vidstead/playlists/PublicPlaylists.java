package io.vidstead.playlists;

import io.hypersistence.tsid.TSID;
import io.vidstead.kernel.Transactions;
import io.vidstead.kernel.UserId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Lists that everybody may find, as they are at this moment. */
@ApplicationScoped
public class PublicPlaylists {

    /** A list was made, edited or deleted; the key is its id. */
    public static final String CHANGED = "playlist.changed";

    /** A list without its videos. */
    public record PublicPlaylist(
            String playlistId, UserId owner, String title, String description, int videoCount, Instant created) {

        static PublicPlaylist of(Playlist playlist) {
            return new PublicPlaylist(
                    playlist.id().toString(),
                    playlist.owner(),
                    playlist.details().title(),
                    playlist.details().description(),
                    playlist.videos(),
                    playlist.created());
        }
    }

    private final Transactions transactions;
    private final PlaylistStore playlists;

    PublicPlaylists(Transactions transactions, PlaylistStore playlists) {
        this.transactions = transactions;
        this.playlists = playlists;
    }

    /** Those of these that everybody may find; one statement. */
    public List<PublicPlaylist> find(Collection<String> ids) {
        List<PlaylistId> wanted = ids.stream().flatMap(id -> id(id).stream()).toList();
        return wanted.isEmpty()
                ? List.of()
                : transactions.read(handle -> playlists.listPublic(handle, wanted)).stream()
                        .map(PublicPlaylist::of)
                        .toList();
    }

    /** All there are, by id, in parts. */
    public List<PublicPlaylist> list(Optional<String> after, int limit) {
        return transactions
                .read(handle -> playlists.listPublicAfter(handle, after.flatMap(PublicPlaylists::id), limit))
                .stream()
                .map(PublicPlaylist::of)
                .toList();
    }

    private static Optional<PlaylistId> id(String text) {
        return TSID.isValid(text) ? Optional.of(PlaylistId.fromString(text)) : Optional.empty();
    }
}
