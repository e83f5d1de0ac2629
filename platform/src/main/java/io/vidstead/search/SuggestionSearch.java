package io.vidstead.search;

import io.vidstead.accounts.PublicChannels;
import io.vidstead.catalog.PublicVideos;
import io.vidstead.engines.search.Found.Hit;
import io.vidstead.engines.search.SearchIndex;
import io.vidstead.kernel.UserId;
import io.vidstead.kernel.VideoId;
import io.vidstead.playlists.PublicPlaylists;
import io.vidstead.search.SearchAnswers.Suggestion;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What somebody may be about to type: what many search for, and titles that are public now, the most watched first. */
@ApplicationScoped
class SuggestionSearch {

    private static final int MOST = 10;
    private static final int LONGEST = 100;
    private static final int POPULAR = 3;
    private static final String QUERY = "query";

    private final SearchIndex index;
    private final PublicVideos videos;
    private final PublicChannels channels;
    private final PublicPlaylists playlists;
    private final PopularQueries popular;

    SuggestionSearch(
            SearchIndex index,
            PublicVideos videos,
            PublicChannels channels,
            PublicPlaylists playlists,
            PopularQueries popular) {
        this.index = index;
        this.videos = videos;
        this.channels = channels;
        this.playlists = playlists;
        this.popular = popular;
    }

    List<Suggestion> suggest(String typed) {
        String text = typed.strip();
        if (text.isEmpty() || text.length() > LONGEST) {
            return List.of();
        }
        List<Hit> hits = new ArrayList<>();
        // Twice as many as are shown: some may not be public any more, others have the same title.
        hits.addAll(index.complete(Set.of(Kinds.VIDEO), text, Kinds.VIEWS, 2 * MOST));
        hits.addAll(index.complete(Set.of(Kinds.CHANNEL, Kinds.PLAYLIST), text, Kinds.VIEWS, MOST));
        Map<String, String> titles = titles(hits);
        Set<String> seen = new HashSet<>();
        List<Suggestion> suggestions = new ArrayList<>();
        for (String query : popular.beginning(text, POPULAR)) {
            seen.add(query);
            suggestions.add(new Suggestion(query, QUERY));
        }
        for (Hit hit : hits) {
            String title = titles.get(hit.id());
            if (title != null && seen.add(title.toLowerCase(Locale.ROOT)) && suggestions.size() < MOST) {
                suggestions.add(new Suggestion(title, hit.kind()));
            }
        }
        return List.copyOf(suggestions);
    }

    /** What they are called now, by entry. */
    private Map<String, String> titles(List<Hit> hits) {
        Map<String, String> titles = new HashMap<>();
        videos.find(things(hits, Kinds.VIDEO).stream()
                        .flatMap(id -> VideoId.parse(id).stream())
                        .toList())
                .values()
                .forEach(video -> titles.put(Kinds.id(Kinds.VIDEO, video.id().value()), video.title()));
        channels.find(things(hits, Kinds.CHANNEL).stream()
                        .flatMap(id -> UserId.parse(id).stream())
                        .collect(Collectors.toSet()))
                .forEach(channel ->
                        titles.put(Kinds.id(Kinds.CHANNEL, channel.userId().toString()), channel.name()));
        playlists
                .find(things(hits, Kinds.PLAYLIST))
                .forEach(playlist -> titles.put(Kinds.id(Kinds.PLAYLIST, playlist.playlistId()), playlist.title()));
        return titles;
    }

    private static Set<String> things(List<Hit> hits, String kind) {
        return hits.stream()
                .filter(hit -> hit.kind().equals(kind))
                .map(hit -> Kinds.thing(hit.id()))
                .collect(Collectors.toSet());
    }
}
