package io.vidstead.accounts;

import io.vidstead.engines.cache.Cache;
import io.vidstead.engines.cache.Caches;
import io.vidstead.kernel.Transactions;
import io.vidstead.kernel.UserId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * The accounts for other features. Profiles come from a cache of this process that is at most 30 seconds behind other
 * servers; a user who was switched off is absent.
 */
@ApplicationScoped
public class Accounts {

    private static final Duration FRESH = Duration.ofSeconds(30);
    private static final int CACHED = 20_000;

    private final Transactions transactions;
    private final Cache<UserId, Optional<Profile>> profiles;

    Accounts(Transactions transactions, Caches caches) {
        this.transactions = transactions;
        this.profiles = caches.create("profiles", FRESH, CACHED);
    }

    public Optional<Profile> find(UserId user) {
        return profiles.get(
                user,
                wanted -> transactions.read(db -> UserStore.find(db, wanted).map(User::profile)));
    }

    /** Those of these users that there are; at most one statement. */
    public Map<UserId, Profile> findAll(Set<UserId> users) {
        Map<UserId, Profile> found = HashMap.newHashMap(users.size());
        Set<UserId> missing = new HashSet<>();
        for (UserId user : users) {
            profiles.find(user)
                    .ifPresentOrElse(
                            known -> known.ifPresent(profile -> found.put(user, profile)), () -> missing.add(user));
        }
        if (!missing.isEmpty()) {
            for (Profile profile : transactions.read(db -> UserStore.listProfiles(db, missing))) {
                found.put(profile.userId(), profile);
                profiles.put(profile.userId(), Optional.of(profile));
            }
        }
        return found;
    }

    /** How to write to those of these users that there are; one statement. */
    public Map<UserId, Contact> contacts(Set<UserId> users) {
        return transactions.read(db -> UserStore.listContacts(db, users)).stream()
                .collect(Collectors.toMap(Contact::userId, contact -> contact));
    }

    /** Those of these sign-ins that have ended: by signing out, a changed password, a replayed token. */
    public Set<Long> endedSignIns(Set<Long> signIns) {
        return signIns.isEmpty() ? Set.of() : transactions.read(db -> SignInStore.listRevoked(db, signIns));
    }

    /** How many subscribe to each of these channels, as last counted; one statement. */
    public Map<UserId, Long> subscriberCounts(Set<UserId> channels) {
        return channels.isEmpty() ? Map.of() : transactions.read(db -> UserStore.subscriberCounts(db, channels));
    }

    /** By user name, which is compared in lower case. */
    public Optional<Profile> byUsername(String username) {
        Optional<Profile> found = transactions
                .read(db -> UserStore.findByUsername(db, username.toLowerCase(Locale.ROOT)))
                .map(User::profile);
        found.ifPresent(profile -> profiles.put(profile.userId(), Optional.of(profile)));
        return found;
    }

    /** Adds to subscriber counts, for the consumer that counts them; one statement. */
    public void addSubscribers(Handle tx, Map<UserId, Long> changes) {
        UserStore.addSubscribers(tx, changes);
    }

    /** After a change of what a profile tells has been committed. */
    public void changed(UserId user) {
        profiles.invalidate(user);
    }
}
