package io.vidstead.moderation;

import io.vidstead.kernel.UserId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;

/** The tables {@code watched_words} and {@code learned_tokens}. Tokens and words have no line breaks. */
@ApplicationScoped
class WordStore {

    /** In how many texts that were kept, and in how many that were rejected. */
    record Seen(int kept, int rejected) {}

    List<String> watched(Handle handle, UserId channel) {
        return handle.createQuery("select word from watched_words where channel_id = :channel order by word")
                .bind("channel", channel.value())
                .mapTo(String.class)
                .list();
    }

    void watch(Handle tx, UserId channel, Collection<String> words) {
        tx.createUpdate("delete from watched_words where channel_id = :channel")
                .bind("channel", channel.value())
                .execute();
        tx.createUpdate("""
                        insert into watched_words (channel_id, word)
                        select :channel, word from unnest(string_to_array(:words, e'\\n')) as word
                        on conflict do nothing
                        """)
                .bind("channel", channel.value())
                .bind("words", String.join("\n", words))
                .execute();
    }

    Map<String, Seen> learned(Handle handle, UserId channel, Collection<String> tokens) {
        Map<String, Seen> seen = new HashMap<>();
        handle.createQuery("""
                        select token, kept, rejected from learned_tokens
                        where channel_id = :channel and token = any (string_to_array(:tokens, e'\\n'))
                        """)
                .bind("channel", channel.value())
                .bind("tokens", String.join("\n", tokens))
                .map((row, _) ->
                        Map.entry(row.getString("token"), new Seen(row.getInt("kept"), row.getInt("rejected"))))
                .forEach(entry -> seen.put(entry.getKey(), entry.getValue()));
        return seen;
    }

    /** In order of the key, so that two of these never wait for each other in a circle. */
    void learn(Handle tx, UserId channel, Collection<String> tokens, boolean kept) {
        tx.createUpdate("""
                        insert into learned_tokens as l (channel_id, token, kept, rejected)
                        select :channel, token, :kept, :rejected from unnest(string_to_array(:tokens, e'\\n')) as token
                        on conflict (channel_id, token) do update
                        set kept = l.kept + excluded.kept, rejected = l.rejected + excluded.rejected
                        """)
                .bind("channel", channel.value())
                .bind("tokens", String.join("\n", new TreeSet<>(tokens)))
                .bind("kept", kept ? 1 : 0)
                .bind("rejected", kept ? 0 : 1)
                .execute();
    }
}
