package io.vidstead.playlists;

import io.vidstead.catalog.Privacy;
import io.vidstead.kernel.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an owner says about a list: plain text; lengths count Unicode code points. A new list is private unless they say so.
 */
record PlaylistDetails(String title, String description, Privacy privacy) {

    static final int MAX_TITLE = 150;
    static final int MAX_DESCRIPTION = 5_000;

    static final PlaylistDetails NEW = new PlaylistDetails("", "", Privacy.PRIVATE);

    /**
     * These details with those fields changed that are not null.
     *
     * @throws Problem caller ({@code invalid_details}) with one entry of {@code errors[]} for each bad field
     */
    PlaylistDetails with(@Nullable String newTitle, @Nullable String newDescription, @Nullable String newPrivacy) {
        var errors = new LinkedHashMap<String, String>();
        var changed = new PlaylistDetails(
                newTitle == null ? title : readTitle(newTitle, errors),
                newDescription == null ? description : readDescription(newDescription, errors),
                newPrivacy == null ? privacy : readPrivacy(newPrivacy, errors));
        if (!errors.isEmpty()) {
            throw invalid(errors);
        }
        return changed;
    }

    private static String readTitle(String text, Map<String, String> errors) {
        String title = text.strip();
        if (title.isEmpty()) {
            errors.put("title", "must not be blank");
        } else if (length(title) > MAX_TITLE) {
            errors.put("title", "must have at most " + MAX_TITLE + " characters");
        } else if (title.codePoints().anyMatch(Character::isISOControl)) {
            errors.put("title", "must not contain control characters");
        }
        return title;
    }

    private static String readDescription(String text, Map<String, String> errors) {
        String description = text.replace("\r\n", "\n").strip();
        if (length(description) > MAX_DESCRIPTION) {
            errors.put("description", "must have at most " + MAX_DESCRIPTION + " characters");
        } else if (description.codePoints().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\t')) {
            errors.put("description", "must not contain control characters");
        }
        return description;
    }

    private static Privacy readPrivacy(String code, Map<String, String> errors) {
        return Privacy.find(code).orElseGet(() -> {
            errors.put("privacy", "must be public, unlisted or private");
            return Privacy.PRIVATE;
        });
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    private static Problem invalid(Map<String, String> errors) {
        List<Map<String, String>> list = errors.entrySet().stream()
                .map(e -> Map.of("field", e.getKey(), "message", e.getKey() + " " + e.getValue()))
                .toList();
        return Problem.caller("invalid_details", "Some details of the playlist are not acceptable.")
                .with("errors", list);
    }
}
