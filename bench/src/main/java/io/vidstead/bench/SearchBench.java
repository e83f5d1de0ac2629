package io.vidstead.bench;

import io.vidstead.engines.embed.MiniLmEmbedder;
import io.vidstead.engines.search.Entry;
import io.vidstead.engines.search.Feedback;
import io.vidstead.engines.search.Filter;
import io.vidstead.engines.search.Found;
import io.vidstead.engines.search.Fusion;
import io.vidstead.engines.search.LuceneSearchIndex;
import io.vidstead.engines.search.QueryText;
import io.vidstead.engines.search.SearchIndex;
import io.vidstead.engines.search.SearchQuery;
import io.vidstead.engines.search.TextField;
import io.vidstead.outside.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How good and how fast searching is, by the server's own engine and analysis.
 *
 * <p>Quality on the Cranfield collection in {@code ../shared/data/cranfield}, or the folder that {@code VIDSTEAD_CRANFIELD}
 * names; left out where it is not. Speed on made-up videos: {@code VIDSTEAD_BENCH_VIDEOS} of them, 50,000 unless told
 * otherwise, each with ten lines of captions.
 */
final class SearchBench {

    private static final Set<String> VIDEOS = Set.of("video");
    /** As many as the server ranks. */
    private static final int CANDIDATES = 200;

    private static final int NEAR = 100;
    private static final int SHOWN = 10;

    private final Path repository;

    SearchBench(Path repository) {
        this.repository = repository;
    }

    Report run() throws Exception {
        Report report = new Report(
                "search",
                "The server's own index and analysis: quality on the Cranfield collection, speed on made-up videos.",
                "what",
                "measured",
                "target");
        double model = model();
        quality(report);
        int videos = number("VIDSTEAD_BENCH_VIDEOS", 50_000);
        if (videos > 0) {
            new SearchSpeed(videos).run(report, model);
        }
        return report;
    }

    /** What the process grows by when the model is loaded and has answered. */
    private static double model() throws Exception {
        double before = resident();
        try (MiniLmEmbedder embedder = new MiniLmEmbedder()) {
            embedder.embed("what this model makes of a sentence of some length, so that it has its memory");
            return Math.max(0, resident() - before);
        }
    }

    private static double resident() throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("/proc/self/status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1e3)
                    .sum();
        }
    }

    private static int number(String variable, int otherwise) {
        String text = System.getenv(variable);
        return text == null ? otherwise : Integer.parseInt(text);
    }

    private void quality(Report report) throws Exception {
        Path folder = Path.of(Objects.requireNonNullElse(
                System.getenv("VIDSTEAD_CRANFIELD"),
                repository.resolve("../shared/data/cranfield").toString()));
        if (!Files.exists(folder.resolve("cran.all.1400"))) {
            report.remark("Quality was left out: there is no Cranfield collection in " + folder
                    + "; VIDSTEAD_CRANFIELD may name another folder.");
            return;
        }
        Cranfield collection = Cranfield.read(folder);
        Path data = Folders.temporary("search");
        try (MiniLmEmbedder embedder = new MiniLmEmbedder();
                SearchIndex index = open(data)) {
            fill(index, collection, embedder);
            List<List<String>> words = new ArrayList<>();
            List<List<String>> meaning = new ArrayList<>();
            List<List<String>> simply = new ArrayList<>();
            List<List<String>> fused = new ArrayList<>();
            for (String question : collection.questions()) {
                float[] vector = embedder.embed(question);
                List<String> said = byWords(index, question);
                List<String> meant = near(index, vector, List.of());
                List<String> together = best(said, meant);
                words.add(said);
                meaning.add(meant);
                simply.add(together);
                fused.add(best(said, again(index, vector, meant, together)));
            }
            double lexical = collection.ndcg(words);
            double both = collection.ndcg(fused);
            report.row("nDCG@10 by words", Report.number(lexical, 3), "");
            report.row("nDCG@10 by meaning", Report.number(collection.ndcg(meaning), 3), "");
            report.row("nDCG@10 fused without feedback", Report.number(collection.ndcg(simply), 3), "");
            report.row("nDCG@10 fused", Report.number(both, 3), "≥ 0.42");
            report.row("fused over words", Report.number(both / lexical, 3), "≥ 1.10");
        } finally {
            Folders.remove(data);
        }
    }

    static SearchIndex open(Path folder) {
        return LuceneSearchIndex.open(folder, new LuceneSearchIndex.Options("bench", "bench", 384, Optional.empty()));
    }

    private static void fill(SearchIndex index, Cranfield collection, MiniLmEmbedder embedder) {
        try (SearchIndex.Rebuild rebuild = index.rebuild()) {
            for (Cranfield.Abstract each : collection.abstracts()) {
                float[] vector = embedder.embed(each.title() + "\n" + each.text());
                rebuild.add(List.of(new Entry(
                        each.id(),
                        "video",
                        each.id(),
                        Optional.of("en"),
                        Map.of(TextField.TITLE, each.title(), TextField.DESCRIPTION, each.text()),
                        Map.of(),
                        Map.of(),
                        Map.of(),
                        Optional.of(vector))));
            }
            rebuild.finish();
        }
    }

    private static List<String> byWords(SearchIndex index, String question) {
        return ids(index.search(SearchQuery.of(VIDEOS, QueryText.parse(question, Set.of()), List.of(), CANDIDATES))
                .hits());
    }

    private static List<String> ids(List<Found.Hit> hits) {
        return hits.stream().map(Found.Hit::id).toList();
    }

    private static List<String> near(SearchIndex index, float[] vector, List<Filter> among) {
        return ids(index.nearest(VIDEOS, vector, among, NEAR));
    }

    /** What is near, in the order that the best of all tells. */
    private static List<String> again(SearchIndex index, float[] question, List<String> near, List<String> best) {
        Collection<float[]> vectors =
                index.vectors(best.subList(0, Feedback.BEST)).values();
        return near(index, Feedback.moved(question, vectors), List.of(new Filter.Parents(Set.copyOf(near))));
    }

    private static List<String> best(List<String> words, List<String> meaning) {
        return Fusion.scores(List.of(words, meaning)).entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .limit(SHOWN)
                .toList();
    }

    /** Bytes of all files below. */
    static long size(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }
}
