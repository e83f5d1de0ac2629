package io.vidstead.search;

import io.vidstead.engines.search.Filter;
import io.vidstead.engines.search.QueryText;
import io.vidstead.engines.search.SearchQuery;
import io.vidstead.kernel.PageRequest;
import io.vidstead.kernel.Problem;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a caller asks for, read and bounded.
 *
 * @param order absent: the best match first
 */
record SearchRequest(
        String written,
        QueryText text,
        String kind,
        List<Filter> filters,
        Optional<String> order,
        PageRequest page,
        boolean facets) {

    private static final int LONGEST = 500;
    private static final Set<String> FIELDS = Set.of("channel", "before", "after");
    private static final int SHORT = 4 * 60;
    private static final int LONG = 20 * 60;

    /** The narrowing parameters of a request, as they were sent. */
    record Narrowing(
            @Nullable String category,
            @Nullable String language,
            @Nullable String channel,
            @Nullable String duration,
            @Nullable String uploaded,
            @Nullable String resolution,
            @Nullable Boolean captions,
            @Nullable String videoId) {}

    /** @throws Problem caller, with what is wrong */
    static SearchRequest of(
            @Nullable String q,
            @Nullable String type,
            @Nullable String sort,
            Narrowing narrowing,
            PageRequest page,
            boolean facets,
            Instant now) {
        QueryText text = text(q);
        if (page.offset() + page.limit() > SearchQuery.DEEPEST) {
            throw Problem.caller(
                    "bad_page", "Only the first " + SearchQuery.DEEPEST + " results can be read; narrow the search.");
        }
        List<Filter> filters = new ArrayList<>();
        fields(text, filters);
        narrow(narrowing, filters, now);
        return new SearchRequest(q == null ? "" : q.strip(), text, kind(type), filters, order(sort), page, facets);
    }

    static QueryText text(@Nullable String q) {
        String written = q == null ? "" : q.strip();
        if (written.codePointCount(0, written.length()) > LONGEST) {
            throw Problem.caller("query_too_long", "q may have " + LONGEST + " characters.");
        }
        QueryText text = QueryText.parse(written, FIELDS);
        if (text.clauses().size() >= QueryText.MAX_CLAUSES) {
            throw Problem.caller("query_too_long", "q may have " + (QueryText.MAX_CLAUSES - 1) + " words.");
        }
        return text;
    }

    private static String kind(@Nullable String type) {
        return switch (type == null ? "video" : type) {
            case "video" -> Kinds.VIDEO;
            case "channel" -> Kinds.CHANNEL;
            case "playlist" -> Kinds.PLAYLIST;
            case "comment" -> Kinds.COMMENT;
            default -> throw Problem.caller("bad_type", "type must be video, channel, playlist or comment.");
        };
    }

    private static Optional<String> order(@Nullable String sort) {
        return switch (sort == null ? "relevance" : sort) {
            case "relevance" -> Optional.empty();
            case "date" -> Optional.of(Kinds.PUBLISHED);
            case "views" -> Optional.of(Kinds.VIEWS);
            case "rating" -> Optional.of(Kinds.RATING);
            default -> throw Problem.caller("bad_sort", "sort must be relevance, date, views or rating.");
        };
    }

    private static void fields(QueryText text, List<Filter> filters) {
        text.fields().forEach((name, value) -> {
            switch (name) {
                case "channel" -> filters.add(anyOf(Kinds.AUTHOR, value.toLowerCase(Locale.ROOT)));
                case "before" -> filters.add(new Filter.Between(Kinds.PUBLISHED, 0, day(name, value) - 1));
                case "after" -> filters.add(new Filter.Between(Kinds.PUBLISHED, day(name, value), Long.MAX_VALUE));
                default -> throw new IllegalStateException("not asked for: " + name);
            }
        });
    }

    private static long day(String name, String value) {
        try {
            return Kinds.time(LocalDate.parse(value).atStartOfDay().toInstant(ZoneOffset.UTC));
        } catch (DateTimeParseException _) {
            throw Problem.caller("bad_date", name + ": needs a day such as 2026-01-31.");
        }
    }

    private static void narrow(Narrowing narrowing, List<Filter> filters, Instant now) {
        if (narrowing.category() != null) {
            filters.add(anyOf(Kinds.CATEGORY, narrowing.category()));
        }
        if (narrowing.language() != null) {
            filters.add(anyOf(Kinds.LANGUAGE, narrowing.language()));
        }
        if (narrowing.channel() != null) {
            filters.add(anyOf(Kinds.AUTHOR, narrowing.channel().toLowerCase(Locale.ROOT)));
        }
        if (narrowing.videoId() != null) {
            filters.add(new Filter.Parents(Set.of(narrowing.videoId())));
        }
        if (narrowing.duration() != null) {
            filters.add(duration(narrowing.duration()));
        }
        if (narrowing.uploaded() != null) {
            filters.add(new Filter.Between(
                    Kinds.PUBLISHED,
                    Kinds.time(now.atOffset(ZoneOffset.UTC)
                            .minusHours(hours(narrowing.uploaded()))
                            .toInstant()),
                    Long.MAX_VALUE));
        }
        if (narrowing.resolution() != null) {
            filters.add(new Filter.Between(Kinds.HEIGHT, height(narrowing.resolution()), Long.MAX_VALUE));
        }
        if (Boolean.TRUE.equals(narrowing.captions())) {
            filters.add(new Filter.AnyOf(Kinds.CAPTIONED, Set.of("true")));
        }
    }

    private static Filter anyOf(String keyword, String value) {
        return new Filter.AnyOf(keyword, Set.of(value));
    }

    private static Filter duration(String duration) {
        return switch (duration) {
            case "short" -> new Filter.Between(Kinds.SECONDS, 0, SHORT - 1);
            case "medium" -> new Filter.Between(Kinds.SECONDS, SHORT, LONG);
            case "long" -> new Filter.Between(Kinds.SECONDS, LONG + 1, Long.MAX_VALUE);
            default -> throw Problem.caller("bad_duration", "duration must be short, medium or long.");
        };
    }

    private static long hours(String uploaded) {
        return switch (uploaded) {
            case "hour" -> 1;
            case "day" -> 24;
            case "week" -> 168;
            case "month" -> 720;
            case "year" -> 8_760;
            default -> throw Problem.caller("bad_uploaded", "uploaded must be hour, day, week, month or year.");
        };
    }

    private static long height(String resolution) {
        return switch (resolution) {
            case "hd" -> 720;
            case "full_hd" -> 1080;
            case "4k" -> 2160;
            default -> throw Problem.caller("bad_resolution", "resolution must be hd, full_hd or 4k.");
        };
    }
}
