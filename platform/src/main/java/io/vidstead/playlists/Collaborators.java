package io.vidstead.playlists;

import io.vidstead.accounts.Accounts;
import io.vidstead.accounts.Profile;
import io.vidstead.catalog.Author;
import io.vidstead.kernel.Caller;
import io.vidstead.kernel.Problem;
import io.vidstead.kernel.SigningKey;
import io.vidstead.kernel.Transactions;
import io.vidstead.kernel.UserId;
import io.vidstead.playlists.CollaboratorStore.Collaborator;
import io.vidstead.playlists.Playlist.Access;
import io.vidstead.playlists.PlaylistAnswers.Invitation;
import io.vidstead.playlists.PlaylistAnswers.People;
import io.vidstead.playlists.PlaylistAnswers.Person;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Who fills a list beside its owner. A link with a token lets people in until its owner takes it back; who is in stays in
 * until the owner removes them or they leave.
 */
@ApplicationScoped
class Collaborators {

    static final int MAX = 100;
    private static final String PURPOSE = "playlist invitation";
    private static final int TOKEN_BYTES = 16;

    private final Transactions transactions;
    private final PlaylistGate gate;
    private final PlaylistStore playlists;
    private final CollaboratorStore collaborators;
    private final Accounts accounts;
    private final SigningKey key;
    private final Clock clock;
    private final Caller caller;

    Collaborators(
            Transactions transactions,
            PlaylistGate gate,
            PlaylistStore playlists,
            CollaboratorStore collaborators,
            Accounts accounts,
            SigningKey key,
            Clock clock,
            Caller caller) {
        this.transactions = transactions;
        this.gate = gate;
        this.playlists = playlists;
        this.collaborators = collaborators;
        this.accounts = accounts;
        this.key = key;
        this.clock = clock;
        this.caller = caller;
    }

    /** The link that is good now. */
    Invitation invitation(PlaylistId id) {
        Playlist playlist = transactions.call(tx -> gate.lockOwn(tx, id));
        return new Invitation(playlist.open() ? token(id, playlist.invitation()) : null);
    }

    /** A new link; one that was given before is worth nothing from now on. */
    Invitation invite(PlaylistId id) {
        return transactions.call(tx -> {
            int number = gate.lockOwn(tx, id).invitation() + 1;
            playlists.setInvitation(tx, id, number, true);
            return new Invitation(token(id, number));
        });
    }

    void takeBack(PlaylistId id) {
        transactions.run(
                tx -> playlists.setInvitation(tx, id, gate.lockOwn(tx, id).invitation(), false));
    }

    /** @throws Problem not found when the token is not the list's present one */
    void join(PlaylistId id, String token) {
        UserId user = caller.require();
        transactions.run(tx -> {
            Playlist playlist = playlists
                    .lock(tx, id, Optional.of(user))
                    .map(PlaylistStore.Found::playlist)
                    .filter(list -> list.open() && same(token, token(id, list.invitation())))
                    .orElseThrow(
                            () -> Problem.notFound("invitation_not_found", "This invitation is not good (any more)."));
            if (playlist.owner().equals(user)) {
                return;
            }
            if (collaborators.insert(tx, id, user, clock.instant())
                    && collaborators.list(tx, id).size() > MAX) {
                throw Problem.conflict("too_many_collaborators", "A playlist has at most " + MAX + " collaborators.");
            }
        });
    }

    /** For its owner and the collaborators themselves. */
    People list(PlaylistId id) {
        caller.require();
        if (!gate.requireVisible(id).access(caller.userId()).atLeast(Access.COLLABORATOR)) {
            throw Problem.forbidden("not_collaborator", "Only its owner and invited people see who fills a playlist.");
        }
        List<Collaborator> all = transactions.read(handle -> collaborators.list(handle, id));
        Map<UserId, Profile> profiles =
                accounts.findAll(all.stream().map(Collaborator::user).collect(Collectors.toSet()));
        return new People(all.stream()
                .map(one -> new Person(author(one.user(), profiles.get(one.user())), one.joined()))
                .toList());
    }

    /** The owner removes anybody, others themselves. */
    void remove(PlaylistId id, UserId user) {
        transactions.run(tx -> {
            gate.lock(tx, id, caller.is(user) ? Access.COLLABORATOR : Access.OWNER);
            collaborators.delete(tx, id, user);
        });
    }

    private static Author author(UserId user, @Nullable Profile profile) {
        return profile == null ? Author.unknown(user) : Author.of(profile);
    }

    private String token(PlaylistId id, int number) {
        byte[] signature = key.sign(PURPOSE, (id + "/" + number).getBytes(StandardCharsets.UTF_8));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(signature, TOKEN_BYTES));
    }

    private static boolean same(String given, String wanted) {
        return MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), wanted.getBytes(StandardCharsets.UTF_8));
    }
}
