package io.vidstead.accounts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vidstead.accounts.Answers.Me;
import io.vidstead.accounts.Answers.Storage;
import io.vidstead.accounts.Requests.ProfileChange;
import io.vidstead.kernel.Events;
import io.vidstead.kernel.Problem;
import io.vidstead.kernel.Settings;
import io.vidstead.kernel.Transactions;
import io.vidstead.kernel.UserId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What signed-in people see and change of themselves. */
@ApplicationScoped
class Members {

    private static final int MAX_PREFERENCES = 16_384;

    private final Transactions transactions;
    private final Accounts accounts;
    private final Passwords passwords;
    private final Sessions sessions;
    private final Instance<StorageUsage> usage;
    private final Events events;
    private final Clock clock;
    private final ObjectMapper json;
    private final long quota;

    Members(
            Transactions transactions,
            Accounts accounts,
            Passwords passwords,
            Sessions sessions,
            Instance<StorageUsage> usage,
            Events events,
            Clock clock,
            ObjectMapper json,
            Settings.Uploads uploads) {
        this.transactions = transactions;
        this.accounts = accounts;
        this.passwords = passwords;
        this.sessions = sessions;
        this.usage = usage;
        this.events = events;
        this.clock = clock;
        this.json = json;
        this.quota = uploads.quota().bytes();
    }

    /** @throws Problem unauthenticated when the user is gone */
    Me require(UserId id) {
        return shown(transactions.read(db -> UserStore.find(db, id)).orElseThrow(AccessTokens::refused));
    }

    Me change(UserId id, ProfileChange change) {
        return change(id, (tx, user) -> {
            String email = change.email() == null
                    ? user.email()
                    : change.email().strip().toLowerCase(Locale.ROOT);
            if (!email.equals(user.email()) && UserStore.emailTakenByOther(tx, email, id)) {
                throw Problem.conflict("email_taken", "Somebody has registered with this e-mail address already.");
            }
            return new User(
                    user.id(),
                    user.username(),
                    email,
                    user.role(),
                    or(change.displayName(), user.displayName()),
                    user.avatarUrl(),
                    user.bannerUrl(),
                    or(change.channelName(), user.channelName()),
                    or(change.channelDescription(), user.channelDescription()),
                    user.subscriberCount(),
                    change.publicDislikes() == null ? user.publicDislikes() : change.publicDislikes(),
                    user.verified(),
                    change.preferences() == null ? user.preferences() : merged(user, change.preferences()),
                    user.created());
        });
    }

    /** Changes the row under a lock. */
    Me change(UserId id, UnaryOperator<User> change) {
        return change(id, (_, user) -> change.apply(user));
    }

    /**
     * Changes it and signs out everywhere else.
     *
     * @throws Problem forbidden when the current one is not right
     */
    void changePassword(UserId id, String current, String wanted, long keptSignIn) {
        UserStore.Credentials known =
                transactions.read(db -> UserStore.findCredentials(db, id)).orElseThrow(AccessTokens::refused);
        if (!passwords.matches(current, known.passwordHash())) {
            throw Problem.forbidden("wrong_password", "The current password is not right.");
        }
        String hash = passwords.hash(wanted);
        transactions.run(tx -> UserStore.setPassword(tx, id, hash, clock.instant()));
        sessions.endAllBut(id, keptSignIn);
    }

    @FunctionalInterface
    private interface Change {
        User apply(Handle tx, User user);
    }

    private Me change(UserId id, Change change) {
        User changed = transactions.call(tx -> {
            User user = UserStore.lock(tx, id).orElseThrow(AccessTokens::refused);
            User next = change.apply(tx, user);
            UserStore.update(tx, next, clock.instant());
            events.add(tx, ChannelChanged.TOPIC, id.toString(), id, new ChannelChanged(id));
            return next;
        });
        accounts.changed(id);
        return shown(changed);
    }

    private Me shown(User user) {
        long used = usage.isResolvable() ? usage.get().usedBytes(user.id()) : 0;
        return Me.of(user, new Storage(used, quota));
    }

    /** The preferences with the change's members set; null takes one away. */
    private String merged(User user, ObjectNode change) {
        if (!isFinite(change)) {
            throw Problem.caller("invalid", "Preferences hold a number that is too large.");
        }
        try {
            ObjectNode preferences = (ObjectNode) json.readTree(user.preferences());
            for (Map.Entry<String, JsonNode> member : change.properties()) {
                if (member.getValue().isNull()) {
                    preferences.remove(member.getKey());
                } else {
                    preferences.set(member.getKey(), member.getValue());
                }
            }
            String text = json.writeValueAsString(preferences);
            if (text.getBytes(StandardCharsets.UTF_8).length > MAX_PREFERENCES) {
                throw Problem.caller("preferences_too_large", "Preferences may take 16 KiB in all.");
            }
            return text;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("stored preferences are JSON", e);
        }
    }

    /** JSON has no infinity; what is too large to be a number would become a text. */
    private static boolean isFinite(JsonNode value) {
        if (value.isContainerNode()) {
            return value.valueStream().allMatch(Members::isFinite);
        }
        return !value.isFloatingPointNumber() || Double.isFinite(value.doubleValue());
    }

    private static @Nullable String or(@Nullable String wanted, @Nullable String present) {
        return wanted == null ? present : wanted.isBlank() ? null : wanted.strip();
    }
}
