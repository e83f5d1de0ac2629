package io.vidstead.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A video with all that its page shows of it, the same for every viewer.
 *
 * @param thumbnailFile the chosen picture's file name
 * @param stills the file names to choose from, by number
 */
record VideoView(
        Video video,
        int progress,
        Optional<Instant> expected,
        Counts counts,
        Optional<String> thumbnailFile,
        Optional<String> placeholder,
        List<String> stills,
        List<RenditionRecord> renditions,
        Derived derived) {

    /** How often it was watched, liked and so on. */
    record Counts(long views, long likes, long dislikes, long comments, long shares) {

        static final Counts NONE = new Counts(0, 0, 0, 0, 0);

        Counts plus(CountChange change) {
            return new Counts(
                    views + change.views(),
                    likes + change.likes(),
                    dislikes + change.dislikes(),
                    comments + change.comments(),
                    shares + change.shares());
        }

        static Counts of(ResultSet row) throws SQLException {
            return new Counts(
                    row.getLong("view_count"),
                    row.getLong("like_count"),
                    row.getLong("dislike_count"),
                    row.getLong("comment_count"),
                    row.getLong("share_count"));
        }
    }
}
