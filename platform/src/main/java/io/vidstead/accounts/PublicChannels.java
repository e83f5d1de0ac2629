package io.vidstead.accounts;

import io.vidstead.kernel.Transactions;
import io.vidstead.kernel.UserId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Channels as everybody may find them, as they are at this moment; those of users who were switched off are absent. */
@ApplicationScoped
public class PublicChannels {

    /** What a channel tells of itself; the name is never empty. */
    public record PublicChannel(
            UserId userId,
            String username,
            String name,
            String description,
            @Nullable String avatarUrl,
            long subscriberCount,
            Instant created) {

        static PublicChannel of(User user) {
            return new PublicChannel(
                    user.id(),
                    user.username(),
                    user.shownChannelName(),
                    user.shownDescription(),
                    user.avatarUrl(),
                    user.subscriberCount(),
                    user.created());
        }
    }

    private final Transactions transactions;

    PublicChannels(Transactions transactions) {
        this.transactions = transactions;
    }

    /** Those of these that there are; one statement. */
    public List<PublicChannel> find(Set<UserId> users) {
        return users.isEmpty()
                ? List.of()
                : transactions.read(db -> UserStore.listUsers(db, users)).stream()
                        .map(PublicChannel::of)
                        .toList();
    }

    /** All there are, by id, in parts. */
    public List<PublicChannel> list(Optional<UserId> after, int limit) {
        return transactions.read(db -> UserStore.listAfter(db, after, limit)).stream()
                .map(PublicChannel::of)
                .toList();
    }
}
