package io.vidstead.notifications;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.vidstead.kernel.Problem;
import io.vidstead.kernel.UserId;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** The tables {@code notification_preferences} and {@code notification_settings}: how somebody wants to be told. */
record Preferences(Digest digest, Map<Kind, Ways> ways) {

    /** When mail is sent. */
    enum Digest {
        AT_ONCE,
        DAILY;

        @JsonCreator
        static Digest fromString(String text) {
            return Arrays.stream(values())
                    .filter(digest -> digest.code().equals(text))
                    .findFirst()
                    .orElseThrow(() -> Problem.caller("bad_digest", "digest must be at_once or daily."));
        }

        @JsonValue
        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Preferences of(Handle handle, UserId user) {
        Map<Kind, Ways> ways = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            ways.put(kind, kind.defaults());
        }
        handle.createQuery("select kind, in_app, email, push from notification_preferences where user_id = :user")
                .bind("user", user)
                .map((row, _) -> Map.entry(
                        Kind.fromCode(row.getString("kind")),
                        new Ways(row.getBoolean("in_app"), row.getBoolean("email"), row.getBoolean("push"))))
                .forEach(entry -> ways.put(entry.getKey(), entry.getValue()));
        Digest digest = handle.createQuery("select digest from notification_settings where user_id = :user")
                .bind("user", user)
                .map((row, _) -> Digest.fromString(row.getString("digest")))
                .findOne()
                .orElse(Digest.AT_ONCE);
        return new Preferences(digest, ways);
    }

    static void set(Handle tx, UserId user, Kind kind, Ways ways) {
        tx.createUpdate("""
                        insert into notification_preferences (user_id, kind, in_app, email, push)
                        values (:user, :kind, :inApp, :email, :push)
                        on conflict (user_id, kind) do update
                        set in_app = excluded.in_app, email = excluded.email, push = excluded.push
                        """)
                .bind("user", user)
                .bind("kind", kind.code())
                .bind("inApp", ways.inApp())
                .bind("email", ways.email())
                .bind("push", ways.push())
                .execute();
    }

    static void set(Handle tx, UserId user, Digest digest) {
        tx.createUpdate("""
                        insert into notification_settings (user_id, digest) values (:user, :digest)
                        on conflict (user_id) do update set digest = excluded.digest
                        """).bind("user", user).bind("digest", digest.code()).execute();
    }

    /** No mail of this kind any more. */
    static void stopMail(Handle tx, UserId user, Kind kind) {
        Ways ways = of(tx, user).ways().getOrDefault(kind, kind.defaults());
        set(tx, user, kind, new Ways(ways.inApp(), false, ways.push()));
    }
}
