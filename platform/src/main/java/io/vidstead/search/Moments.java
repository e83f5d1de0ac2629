package io.vidstead.search;

import io.vidstead.captions.Captions;
import io.vidstead.captions.TimedWords;
import io.vidstead.captions.Transcript;
import io.vidstead.engines.search.Filter;
import io.vidstead.engines.search.Found.Hit;
import io.vidstead.engines.search.QueryText;
import io.vidstead.engines.search.SearchIndex;
import io.vidstead.engines.search.SearchQuery;
import io.vidstead.kernel.VideoId;
import io.vidstead.search.SearchAnswers.Moment;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds the lines of captions in which something is said. Whoever asks has seen to it that the videos may be shown. */
@ApplicationScoped
class Moments {

    private static final int A_VIDEO = 3;
    private static final int LOOKED_AT = 300;

    private final SearchIndex index;
    private final Captions captions;

    Moments(SearchIndex index, Captions captions) {
        this.index = index;
        this.captions = captions;
    }

    /** The best few of each video. */
    Map<VideoId, List<Moment>> best(QueryText asked, Collection<VideoId> videos) {
        Map<VideoId, List<Moment>> moments = new HashMap<>();
        if (videos.isEmpty() || !asked.asksForWords()) {
            return moments;
        }
        Map<String, VideoId> wanted = videos.stream().collect(Collectors.toMap(VideoId::value, video -> video));
        Map<VideoId, List<Transcript>> read = new HashMap<>();
        for (Hit hit : find(asked, wanted.keySet(), LOOKED_AT)) {
            VideoId video = wanted.get(hit.parent());
            if (video == null) {
                continue;
            }
            List<Moment> of = moments.computeIfAbsent(video, _ -> new ArrayList<>());
            if (of.size() < A_VIDEO) {
                moment(asked, hit, read.computeIfAbsent(video, captions::transcripts))
                        .ifPresent(of::add);
            }
        }
        return moments;
    }

    /** All in one video, in the order of time. */
    List<Moment> in(QueryText asked, VideoId video, int limit) {
        if (!asked.asksForWords()) {
            return List.of();
        }
        List<Transcript> read = captions.transcripts(video);
        return find(asked, Set.of(video.value()), limit).stream()
                .flatMap(hit -> moment(asked, hit, read).stream())
                .sorted(Comparator.comparingDouble(Moment::start))
                .toList();
    }

    private List<Hit> find(QueryText asked, Set<String> videos, int limit) {
        return index.search(SearchQuery.of(Set.of(Kinds.CUE), asked, List.of(new Filter.Parents(videos)), limit))
                .hits();
    }

    /** Its text is what the captions say now; absent where they have no such line any more. */
    private Optional<Moment> moment(QueryText asked, Hit hit, List<Transcript> transcripts) {
        String[] place = Kinds.thing(hit.id()).split("/", 3);
        int number = Integer.parseInt(place[2]);
        return transcripts.stream()
                .filter(transcript -> transcript.name().equals(place[1]))
                .filter(transcript -> number < transcript.words().size())
                .findFirst()
                .map(transcript -> {
                    TimedWords cue = transcript.words().get(number);
                    return new Moment(
                            cue.start(),
                            cue.end(),
                            Snippet.best(
                                    cue.text(),
                                    index.highlight(asked, transcript.language().orElse(""), cue.text())),
                            transcript.language().orElse(null));
                });
    }
}
