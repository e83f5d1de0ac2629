package io.vidstead.playlists;

import io.vidstead.kernel.Caller;
import io.vidstead.kernel.Events;
import io.vidstead.kernel.Ids;
import io.vidstead.kernel.Problem;
import io.vidstead.kernel.Transactions;
import io.vidstead.kernel.UserId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;

/** Making, editing and deleting lists. */
@ApplicationScoped
class Playlists {

    static final int MAX_OWN = 500;

    private final Transactions transactions;
    private final PlaylistStore playlists;
    private final PlaylistGate gate;
    private final Events events;
    private final Ids ids;
    private final Clock clock;
    private final Caller caller;

    Playlists(
            Transactions transactions,
            PlaylistStore playlists,
            PlaylistGate gate,
            Events events,
            Ids ids,
            Clock clock,
            Caller caller) {
        this.transactions = transactions;
        this.playlists = playlists;
        this.gate = gate;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
        this.caller = caller;
    }

    PlaylistId create(PlaylistDetails details) {
        UserId owner = caller.require();
        PlaylistId id = new PlaylistId(ids.newNumber());
        transactions.run(tx -> {
            playlists.lockOwner(tx, owner);
            if (playlists.countOwn(tx, owner) >= MAX_OWN) {
                throw Problem.conflict("too_many_playlists", "You have " + MAX_OWN + " playlists; delete one first.");
            }
            Instant now = clock.instant();
            playlists.insert(tx, new Playlist(id, owner, Playlist.Kind.OWN, details, 0, false, 0, now, now));
            changed(tx, id, owner);
        });
        return id;
    }

    void edit(PlaylistId id, UnaryOperator<PlaylistDetails> change) {
        transactions.run(tx -> {
            Playlist playlist = gate.lockOwn(tx, id);
            PlaylistDetails details = change.apply(playlist.details());
            if (!details.equals(playlist.details())) {
                playlists.setDetails(tx, id, details, clock.instant());
                changed(tx, id, playlist.owner());
            }
        });
    }

    void delete(PlaylistId id) {
        transactions.run(tx -> {
            Playlist playlist = gate.lockOwn(tx, id);
            playlists.delete(tx, id);
            changed(tx, id, playlist.owner());
        });
    }

    private void changed(Handle tx, PlaylistId id, UserId by) {
        events.add(tx, PublicPlaylists.CHANGED, id.toString(), by, Map.of("playlist_id", id));
    }
}
