package io.vidstead.search;

import io.vidstead.catalog.PublicVideo;
import io.vidstead.catalog.PublicVideos;
import io.vidstead.catalog.VideoCard;
import io.vidstead.catalog.VideoCards;
import io.vidstead.engines.search.Feedback;
import io.vidstead.engines.search.Found;
import io.vidstead.engines.search.Fusion;
import io.vidstead.engines.search.QueryText;
import io.vidstead.engines.search.SearchIndex;
import io.vidstead.engines.search.SearchQuery;
import io.vidstead.kernel.Caller;
import io.vidstead.kernel.Pagination;
import io.vidstead.kernel.VideoId;
import io.vidstead.search.Meanings.Meant;
import io.vidstead.search.SearchAnswers.Facet;
import io.vidstead.search.SearchAnswers.Highlights;
import io.vidstead.search.SearchAnswers.Moment;
import io.vidstead.search.SearchAnswers.Page;
import io.vidstead.search.SearchAnswers.Result;
import io.vidstead.search.SearchAnswers.VideoResult;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Searches videos: candidates by words and by meaning, fused, then ranked. Three or four statements. */
@ApplicationScoped
class VideoSearch {

    /** So many of the best by words are ranked; later ones follow as they were found. */
    private static final int RANKED = 200;

    private final SearchIndex index;
    private final Meanings meanings;
    private final PublicVideos videos;
    private final VideoCards cards;
    private final Moments moments;
    private final Caller caller;
    private final Clock clock;

    VideoSearch(
            SearchIndex index,
            Meanings meanings,
            PublicVideos videos,
            VideoCards cards,
            Moments moments,
            Caller caller,
            Clock clock) {
        this.index = index;
        this.meanings = meanings;
        this.videos = videos;
        this.cards = cards;
        this.moments = moments;
        this.caller = caller;
        this.clock = clock;
    }

    /** @param scores of those that were ranked, 0 to 1 */
    private record Ordered(List<VideoId> videos, Map<VideoId, Double> scores, boolean semantic) {}

    Page search(SearchRequest request) {
        boolean ranked = request.order().isEmpty() && request.text().asksForWords();
        int depth = request.page().offset() + request.page().limit();
        int wanted = Math.min(SearchQuery.DEEPEST, ranked ? Math.max(RANKED, depth + 1) : depth + 1);
        Found found = index.search(new SearchQuery(
                Set.of(Kinds.VIDEO),
                request.text(),
                request.filters(),
                request.order(),
                0,
                wanted,
                request.facets() ? Set.of(Kinds.CATEGORY, Kinds.LANGUAGE, Kinds.AUTHOR) : Set.of()));
        List<VideoId> byWords = found.hits().stream()
                .flatMap(hit -> VideoId.parse(hit.parent()).stream())
                .toList();
        Optional<Meant> byMeaning = ranked && !narrows(request.text())
                ? meanings.nearest(request.text().meaning(), request.filters())
                : Optional.empty();
        // As they are now: what is not public any more is left out, whatever the index still says.
        Set<VideoId> all = new LinkedHashSet<>(byWords);
        byMeaning.ifPresent(meant -> all.addAll(meant.videos()));
        Map<VideoId, PublicVideo> present = videos.find(all);
        Ordered ordered = order(ranked, byWords, byMeaning, present);
        return page(request, found, ordered, present);
    }

    /** Who says exactly which words must or must not be there does not ask for others that mean the same. */
    private static boolean narrows(QueryText text) {
        return text.clauses().stream().anyMatch(clause -> !(clause instanceof QueryText.Clause.Word));
    }

    private Ordered order(
            boolean ranked, List<VideoId> byWords, Optional<Meant> byMeaning, Map<VideoId, PublicVideo> present) {
        List<VideoId> words = byWords.stream().filter(present::containsKey).toList();
        if (!ranked) {
            return new Ordered(words, Map.of(), false);
        }
        List<VideoId> head = words.subList(0, Math.min(RANKED, words.size()));
        List<VideoId> meant =
                byMeaning.map(found -> meant(found, head, present.keySet())).orElse(List.of());
        Map<VideoId, Double> scores = Ranking.scores(Fusion.scores(List.of(head, meant)), present, clock.instant());
        List<VideoId> order = new ArrayList<>(best(scores));
        words.stream().skip(RANKED).filter(id -> !scores.containsKey(id)).forEach(order::add);
        return new Ordered(order, scores, byMeaning.isPresent());
    }

    /** In the order of what they mean, taken together with the best by words and meaning. */
    private List<VideoId> meant(Meant found, List<VideoId> words, Set<VideoId> present) {
        List<VideoId> near = found.videos().stream().filter(present::contains).toList();
        List<VideoId> best = best(Fusion.scores(List.of(words, near)));
        return meanings.nearest(found.question(), near, best.subList(0, Math.min(Feedback.BEST, best.size())));
    }

    private static List<VideoId> best(Map<VideoId, Double> scores) {
        return scores.entrySet().stream()
                .sorted(Map.Entry.<VideoId, Double>comparingByValue()
                        .reversed()
                        .thenComparing(entry -> entry.getKey().value()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private Page page(SearchRequest request, Found found, Ordered ordered, Map<VideoId, PublicVideo> present) {
        int from = Math.min(request.page().offset(), ordered.videos().size());
        int to = Math.min(from + request.page().limit(), ordered.videos().size());
        List<VideoId> shown = ordered.videos().subList(from, to);
        QueryText asked = corrected(request.text(), found.correction());
        Map<VideoId, VideoCard> pictures = cards.find(caller, shown);
        Map<VideoId, List<Moment>> said = moments.best(asked, shown);
        List<Result> results = new ArrayList<>();
        for (VideoId id : shown) {
            VideoCard card = pictures.get(id);
            PublicVideo video = present.get(id);
            if (card != null && video != null) {
                results.add(result(
                        asked, video, card, ordered.scores().getOrDefault(id, 0.0), said.getOrDefault(id, List.of())));
            }
        }
        long total =
                Math.max(ordered.videos().size(), found.total() - (found.hits().size() - byWords(ordered, found)));
        boolean more = ordered.videos().size() > to;
        return new Page(
                results,
                new Pagination(request.page().page(), request.page().limit(), total, more, null),
                found.correction().isEmpty() || results.isEmpty() ? null : found.correction(),
                ordered.semantic(),
                request.facets() ? facets(found) : null);
    }

    /** How many of what was found by words is still there. */
    private static long byWords(Ordered ordered, Found found) {
        Set<VideoId> there = Set.copyOf(ordered.videos());
        return found.hits().stream()
                .filter(hit ->
                        VideoId.parse(hit.parent()).filter(there::contains).isPresent())
                .count();
    }

    static QueryText corrected(QueryText asked, String correction) {
        return correction.isEmpty() ? asked : QueryText.parse(correction, Set.of());
    }

    private VideoResult result(QueryText asked, PublicVideo video, VideoCard card, double score, List<Moment> said) {
        String language = video.language().orElse("");
        return new VideoResult(
                card.videoId(),
                video.title(),
                video.description(),
                card.duration(),
                card.thumbnailUrl(),
                card.thumbnailPlaceholder(),
                card.previewUrl(),
                card.viewCount(),
                card.createdAt(),
                card.publishedAt(),
                card.category(),
                card.user(),
                score,
                new Highlights(
                        Snippet.whole(video.title(), index.highlight(asked, language, video.title())),
                        Snippet.best(video.description(), index.highlight(asked, language, video.description()))),
                said);
    }

    private static Map<String, List<Facet>> facets(Found found) {
        Map<String, List<Facet>> facets = new HashMap<>();
        found.facets()
                .forEach((name, values) -> facets.put(
                        name,
                        values.entrySet().stream()
                                .map(entry -> new Facet(entry.getKey(), entry.getValue()))
                                .toList()));
        return facets;
    }
}
