package io.vidstead.catalog;

import io.vidstead.kernel.Problem;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an owner says about a video. All of it is plain text, never markup; lengths count Unicode code points.
 *
 * <p>Titles have 1–255 characters on one line, descriptions at most 5,000; at most 30 tags of 1–50 characters each, no two
 * alike but for letter case. Control characters are refused (line breaks and tabs may stand in descriptions).
 */
public record VideoDetails(
        String title,
        String description,
        Optional<Category> category,
        List<String> tags,
        Privacy privacy,
        Optional<String> language) {

    static final int MAX_TITLE = 255;
    static final int MAX_DESCRIPTION = 5_000;
    static final int MAX_TAGS = 30;
    static final int MAX_TAG = 50;
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,3}");

    public VideoDetails {
        tags = List.copyOf(tags);
    }

    /**
     * Reads what a caller sent; null is what they left out. A new video is public and has no category unless they say so.
     *
     * @throws Problem caller ({@code invalid_details}) with one entry of {@code errors[]} for each bad field
     */
    public static VideoDetails of(
            @Nullable String title,
            @Nullable String description,
            @Nullable String category,
            @Nullable List<String> tags,
            @Nullable String privacy,
            @Nullable String language) {
        return new VideoDetails("", "", Optional.empty(), List.of(), Privacy.PUBLIC, Optional.empty())
                .with(title == null ? "" : title, description, category, tags, privacy, language);
    }

    /** These details with those fields changed that are not null; an empty category or language takes it away. */
    public VideoDetails with(
            @Nullable String title,
            @Nullable String description,
            @Nullable String category,
            @Nullable List<String> tags,
            @Nullable String privacy,
            @Nullable String language) {
        var errors = new LinkedHashMap<String, String>();
        var changed = new VideoDetails(
                title == null ? this.title : readTitle(title, errors),
                description == null ? this.description : readDescription(description, errors),
                category == null ? this.category : readCategory(category, errors),
                tags == null ? this.tags : readTags(tags, errors),
                privacy == null ? this.privacy : readPrivacy(privacy, errors),
                language == null ? this.language : readLanguage(language, errors));
        if (!errors.isEmpty()) {
            throw invalid(errors);
        }
        return changed;
    }

    /** A title from a file's name, for uploads that bring none: no folder, no ending, no control characters. */
    public static String titleFromFileName(String fileName) {
        String name = fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
        int dot = name.lastIndexOf('.');
        String stem = clean(dot > 0 ? name.substring(0, dot) : name)
                .replaceAll("[_\\s]+", " ")
                .strip();
        int end = stem.offsetByCodePoints(0, Math.min(MAX_TITLE, stem.codePointCount(0, stem.length())));
        return stem.isEmpty() ? "Untitled" : stem.substring(0, end).strip();
    }

    private static String clean(String text) {
        return text.codePoints()
                .filter(c -> !forbidden(c, false))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static String readTitle(String text, Map<String, String> errors) {
        String title = text.strip();
        if (title.isEmpty()) {
            errors.put("title", "must not be blank");
        } else if (length(title) > MAX_TITLE) {
            errors.put("title", "must have at most " + MAX_TITLE + " characters");
        } else if (hasForbidden(title, false)) {
            errors.put("title", "must not contain control characters");
        }
        return title;
    }

    private static String readDescription(String text, Map<String, String> errors) {
        String description = text.replace("\r\n", "\n").strip();
        if (length(description) > MAX_DESCRIPTION) {
            errors.put("description", "must have at most " + MAX_DESCRIPTION + " characters");
        } else if (hasForbidden(description, true)) {
            errors.put("description", "must not contain control characters");
        }
        return description;
    }

    private static Optional<Category> readCategory(String code, Map<String, String> errors) {
        Optional<Category> category = Category.find(code);
        if (category.isEmpty() && !code.isEmpty()) {
            errors.put("category", "must be one of the ids of /api/v1/categories");
        }
        return category;
    }

    private static List<String> readTags(List<String> texts, Map<String, String> errors) {
        if (texts.size() > MAX_TAGS) {
            errors.put("tags", "must be at most " + MAX_TAGS);
            return List.of();
        }
        var seen = new LinkedHashSet<String>();
        var tags = new LinkedHashSet<String>();
        for (String text : texts) {
            String tag = Objects.requireNonNullElse(text, "").strip();
            if (tag.isEmpty() || length(tag) > MAX_TAG || hasForbidden(tag, false)) {
                errors.put("tags", "must each have 1 to " + MAX_TAG + " characters and no control characters");
            } else if (seen.add(tag.toLowerCase(Locale.ROOT))) {
                tags.add(tag);
            }
        }
        return List.copyOf(tags);
    }

    private static Privacy readPrivacy(String code, Map<String, String> errors) {
        return Privacy.find(code).orElseGet(() -> {
            errors.put("privacy", "must be public, unlisted or private");
            return Privacy.PRIVATE;
        });
    }

    private static Optional<String> readLanguage(String tag, Map<String, String> errors) {
        if (tag.isEmpty()) {
            return Optional.empty();
        }
        if (tag.length() > 35 || !LANGUAGE.matcher(tag).matches()) {
            errors.put("language", "must be a language tag such as en or pt-BR");
        }
        return Optional.of(tag);
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    private static boolean hasForbidden(String text, boolean lines) {
        return text.codePoints().anyMatch(c -> forbidden(c, lines));
    }

    /** Controls, and halves of surrogate pairs: no text, and PostgreSQL would refuse some of them. */
    private static boolean forbidden(int c, boolean lines) {
        if (lines && (c == '\n' || c == '\t')) {
            return false;
        }
        return Character.isISOControl(c) || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }

    static Problem invalid(String field, String message) {
        return invalid(Map.of(field, message));
    }

    private static Problem invalid(Map<String, String> errors) {
        List<Map<String, String>> list = errors.entrySet().stream()
                .map(e -> Map.of("field", e.getKey(), "message", e.getKey() + " " + e.getValue()))
                .toList();
        return Problem.caller("invalid_details", "Some details of the video are not acceptable.")
                .with("errors", list);
    }
}
