package io.vidstead.accounts;

import io.vidstead.kernel.Columns;
import io.vidstead.kernel.Role;
import io.vidstead.kernel.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** The table {@code users}. Users who were switched off are not found. */
final class UserStore {

    /** What signing in needs to know. */
    record Credentials(UserId user, Role role, String passwordHash) {}

    /** Somebody about to be a user. */
    record NewUser(
            UserId id,
            String username,
            String email,
            String passwordHash,
            Role role,
            Optional<String> displayName,
            Instant created) {}

    private UserStore() {}

    /** False if the user name or the address is taken. */
    static boolean insert(Handle tx, NewUser user) {
        return tx.createUpdate("""
                        INSERT INTO users (id, username, email, password_hash, role, display_name, created_at, updated_at)
                        VALUES (:id, :username, :email, :password_hash, :role, :display_name, :created_at, :created_at)
                        ON CONFLICT DO NOTHING
                        """)
                        .bind("id", user.id())
                        .bind("username", user.username())
                        .bind("email", user.email())
                        .bind("password_hash", user.passwordHash())
                        .bind("role", user.role().toString())
                        .bind("display_name", user.displayName())
                        .bind("created_at", user.created())
                        .execute()
                == 1;
    }

    static boolean usernameTaken(Handle tx, String username) {
        return tx.createQuery("SELECT EXISTS (SELECT 1 FROM users WHERE username = :username)")
                .bind("username", username)
                .mapTo(Boolean.class)
                .one();
    }

    static boolean emailTakenByOther(Handle tx, String email, UserId user) {
        return tx.createQuery("SELECT EXISTS (SELECT 1 FROM users WHERE email = :email AND id <> :id)")
                .bind("email", email)
                .bind("id", user)
                .mapTo(Boolean.class)
                .one();
    }

    static boolean anyAdministrator(Handle tx) {
        return tx.createQuery("SELECT EXISTS (SELECT 1 FROM users WHERE role = 'administrator')")
                .mapTo(Boolean.class)
                .one();
    }

    /** By user name or address, in lower case. */
    static Optional<Credentials> findCredentials(Handle tx, String login) {
        return tx.createQuery("""
                        SELECT id, role, password_hash
                        FROM users
                        WHERE (username = :login OR email = :login) AND is_active
                        """)
                .bind("login", login)
                .map(UserStore::credentials)
                .findOne();
    }

    static Optional<Credentials> findCredentials(Handle tx, UserId user) {
        return tx.createQuery("SELECT id, role, password_hash FROM users WHERE id = :id AND is_active")
                .bind("id", user)
                .map(UserStore::credentials)
                .findOne();
    }

    static Optional<User> find(Handle tx, UserId user) {
        return tx.createQuery("""
                        SELECT id, username, email, role, display_name, avatar_url, banner_url, channel_name,
                               channel_description, subscriber_count, public_dislikes, is_verified, preferences,
                               created_at
                        FROM users
                        WHERE id = :id AND is_active
                        """).bind("id", user).map(UserStore::user).findOne();
    }

    /** As {@link #find}; nobody else changes the row until the transaction ends. */
    static Optional<User> lock(Handle tx, UserId user) {
        return tx.createQuery("""
                        SELECT id, username, email, role, display_name, avatar_url, banner_url, channel_name,
                               channel_description, subscriber_count, public_dislikes, is_verified, preferences,
                               created_at
                        FROM users
                        WHERE id = :id AND is_active
                        FOR NO KEY UPDATE
                        """).bind("id", user).map(UserStore::user).findOne();
    }

    static Optional<User> findByUsername(Handle tx, String username) {
        return tx.createQuery("""
                        SELECT id, username, email, role, display_name, avatar_url, banner_url, channel_name,
                               channel_description, subscriber_count, public_dislikes, is_verified, preferences,
                               created_at
                        FROM users
                        WHERE username = :username AND is_active
                        """)
                .bind("username", username)
                .map(UserStore::user)
                .findOne();
    }

    static List<User> listUsers(Handle tx, Collection<UserId> users) {
        return tx.createQuery("""
                        SELECT id, username, email, role, display_name, avatar_url, banner_url, channel_name,
                               channel_description, subscriber_count, public_dislikes, is_verified, preferences,
                               created_at
                        FROM users
                        WHERE id = ANY (:ids) AND is_active
                        """)
                .bindArray("ids", Long.class, users.stream().map(UserId::value).toList())
                .map(UserStore::user)
                .list();
    }

    /** By id. */
    static List<User> listAfter(Handle tx, Optional<UserId> after, int limit) {
        return tx.createQuery("""
                        SELECT id, username, email, role, display_name, avatar_url, banner_url, channel_name,
                               channel_description, subscriber_count, public_dislikes, is_verified, preferences,
                               created_at
                        FROM users
                        WHERE id > :after AND is_active
                        ORDER BY id LIMIT :limit
                        """)
                .bind("after", after.map(UserId::value).orElse(Long.MIN_VALUE))
                .bind("limit", limit)
                .map(UserStore::user)
                .list();
    }

    static List<Profile> listProfiles(Handle tx, Collection<UserId> users) {
        return tx.createQuery("""
                        SELECT id, username, display_name, avatar_url, subscriber_count, public_dislikes
                        FROM users
                        WHERE id = ANY (:ids) AND is_active
                        """)
                .bindArray("ids", Long.class, users.stream().map(UserId::value).toList())
                .map((row, _) -> {
                    String username = row.getString("username");
                    String displayName = row.getString("display_name");
                    return new Profile(
                            Columns.userId(row, "id"),
                            username,
                            displayName == null || displayName.isBlank() ? username : displayName,
                            row.getString("avatar_url"),
                            row.getInt("subscriber_count"),
                            row.getBoolean("public_dislikes"));
                })
                .list();
    }

    static Map<UserId, Long> subscriberCounts(Handle tx, Collection<UserId> channels) {
        return tx.createQuery("SELECT id, subscriber_count FROM users WHERE id = ANY (:ids) AND is_active")
                .bindArray(
                        "ids", Long.class, channels.stream().map(UserId::value).toList())
                .map((row, _) -> Map.entry(Columns.userId(row, "id"), row.getLong("subscriber_count")))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    static List<Contact> listContacts(Handle tx, Collection<UserId> users) {
        return tx.createQuery("""
                        SELECT id, coalesce(nullif(display_name, ''), username) AS name, email,
                               coalesce(preferences ->> 'language', '') AS language
                        FROM users
                        WHERE id = ANY (:ids) AND is_active
                        """)
                .bindArray("ids", Long.class, users.stream().map(UserId::value).toList())
                .map((row, _) -> new Contact(
                        Columns.userId(row, "id"),
                        row.getString("name"),
                        row.getString("email"),
                        row.getString("language")))
                .list();
    }

    /** Writes all that a person may change of themself. */
    static void update(Handle tx, User user, Instant now) {
        tx.createUpdate("""
                        UPDATE users
                        SET email = :email, display_name = :display_name, channel_name = :channel_name,
                            channel_description = :channel_description, preferences = CAST(:preferences AS jsonb),
                            avatar_url = :avatar_url, banner_url = :banner_url, public_dislikes = :public_dislikes,
                            updated_at = :now
                        WHERE id = :id
                        """)
                .bind("id", user.id())
                .bind("email", user.email())
                .bind("display_name", user.displayName())
                .bind("channel_name", user.channelName())
                .bind("channel_description", user.channelDescription())
                .bind("preferences", user.preferences())
                .bind("avatar_url", user.avatarUrl())
                .bind("banner_url", user.bannerUrl())
                .bind("public_dislikes", user.publicDislikes())
                .bind("now", now)
                .execute();
    }

    static void setPassword(Handle tx, UserId user, String passwordHash, Instant now) {
        tx.createUpdate("UPDATE users SET password_hash = :hash, updated_at = :now WHERE id = :id")
                .bind("id", user)
                .bind("hash", passwordHash)
                .bind("now", now)
                .execute();
    }

    /** Adds to subscriber counts, in order of the key, so that two of these never wait in a circle; one statement. */
    static void addSubscribers(Handle tx, Map<UserId, Long> changes) {
        var entries = List.copyOf(changes.entrySet());
        tx.createUpdate("""
                        WITH n AS (
                            SELECT * FROM unnest(:channels, :changes) AS n (id, change)
                        ), locked AS (
                            SELECT u.id FROM users u WHERE u.id IN (SELECT n.id FROM n) ORDER BY u.id FOR NO KEY UPDATE
                        )
                        UPDATE users u SET subscriber_count = u.subscriber_count + n.change
                        FROM n JOIN locked l ON l.id = n.id
                        WHERE u.id = n.id
                        """)
                .bindArray(
                        "channels",
                        Long.class,
                        entries.stream().map(entry -> entry.getKey().value()).toList())
                .bindArray(
                        "changes",
                        Long.class,
                        entries.stream().map(Map.Entry::getValue).toList())
                .execute();
    }

    private static Credentials credentials(ResultSet row, StatementContext context) throws SQLException {
        return new Credentials(
                Columns.userId(row, "id"), Role.fromString(row.getString("role")), row.getString("password_hash"));
    }

    private static User user(ResultSet row, StatementContext context) throws SQLException {
        return new User(
                Columns.userId(row, "id"),
                row.getString("username"),
                row.getString("email"),
                Role.fromString(row.getString("role")),
                row.getString("display_name"),
                row.getString("avatar_url"),
                row.getString("banner_url"),
                row.getString("channel_name"),
                row.getString("channel_description"),
                row.getInt("subscriber_count"),
                row.getBoolean("public_dislikes"),
                row.getBoolean("is_verified"),
                row.getString("preferences"),
                Columns.instant(row, "created_at"));
    }
}
