package io.vidstead.bench;

import io.vidstead.engines.search.Entry;
import io.vidstead.engines.search.QueryText;
import io.vidstead.engines.search.SearchIndex;
import io.vidstead.engines.search.SearchQuery;
import io.vidstead.engines.search.TextField;
import io.vidstead.outside.Folders;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * How fast an index of made-up videos answers. Their words follow Zipf's law over 50,000 words, as those of people do; questions
 * are two or three words of a title. A seventh of the videos has a vector, as vectors are made far slower than read.
 */
final class SearchSpeed {

    private static final int CUES = 10;
    private static final int VOCABULARY = 50_000;
    private static final int DIMENSION = 384;
    private static final int WARM_UP = 500;
    private static final int ASKED = 3_000;
    private static final Duration RUN = Duration.ofSeconds(10);
    private static final Set<String> VIDEOS = Set.of("video");

    private final int videos;
    private final Random random = new Random(7);
    private final double[] ranks = ranks();
    private final List<String> titles = new ArrayList<>();

    SearchSpeed(int videos) {
        this.videos = videos;
    }

    /** @param model megabytes of the model of meaning, which a server has beside its index */
    void run(Report report, double model) throws Exception {
        Path folder = Folders.temporary("search");
        try (SearchIndex index = SearchBench.open(folder)) {
            long began = System.nanoTime();
            fill(index);
            double seconds = (System.nanoTime() - began) / 1e9;
            String size = "%,d videos, %,d lines".formatted(videos, videos * CUES);
            report.row("built: " + size + ", s", Report.number(seconds, 1), "");
            latency(report, "by words", "< 50", () -> words(index, question()));
            latency(report, "suggestions", "< 20", () -> index.complete(VIDEOS, beginning(), "views", 10));
            latency(report, "by meaning", "< 50", () -> index.nearest(VIDEOS, vector(), List.of(), 100));
            report.row("by words, questions a second", Report.number(rate(index), 0), "≥ 500");
            System.gc();
            Runtime runtime = Runtime.getRuntime();
            double heap = (runtime.totalMemory() - runtime.freeMemory()) / 1e6;
            double files = SearchBench.size(folder) / 1e6;
            report.row("heap with the index open, MB", Report.number(heap, 0), "");
            report.row("files of the index, MB", Report.number(files, 0), "");
            report.row("model of meaning, MB", Report.number(model, 0), "");
            report.row("heap, files and model, MB", Report.number(heap + files + model, 0), "≤ 400");
            SearchWrites.run(report, index);
        } finally {
            Folders.remove(folder);
        }
    }

    private static double[] ranks() {
        double[] sums = new double[VOCABULARY];
        double sum = 0;
        for (int i = 0; i < VOCABULARY; i++) {
            sum += 1.0 / (i + 2);
            sums[i] = sum;
        }
        for (int i = 0; i < VOCABULARY; i++) {
            sums[i] /= sum;
        }
        return sums;
    }

    private String word() {
        int rank = Arrays.binarySearch(ranks, random.nextDouble());
        int number = Math.min(VOCABULARY - 1, rank < 0 ? -rank - 1 : rank);
        StringBuilder word = new StringBuilder();
        for (int left = number + 400; left > 0; left /= 20) {
            word.append("bdfgklmnprstvzcjhwqx".charAt(left % 20)).append("aeiou".charAt(left % 5));
        }
        return word.toString();
    }

    private String words(int count) {
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < count; i++) {
            words.append(i == 0 ? "" : " ").append(word());
        }
        return words.toString();
    }

    private void fill(SearchIndex index) {
        try (SearchIndex.Rebuild rebuild = index.rebuild()) {
            for (int video = 0; video < videos; video++) {
                String id = "v" + video;
                List<Entry> entries = new ArrayList<>();
                StringBuilder said = new StringBuilder();
                for (int cue = 0; cue < CUES; cue++) {
                    String line = words(9);
                    said.append(line).append('\n');
                    entries.add(entry(id + "/" + cue, "cue", id, Map.of(TextField.SAID, line), Optional.empty()));
                }
                String title = words(6);
                titles.add(title);
                Map<TextField, String> texts = Map.of(
                        TextField.TITLE,
                        title,
                        TextField.DESCRIPTION,
                        words(40),
                        TextField.TAGS,
                        words(4),
                        TextField.SAID,
                        said.toString());
                entries.add(entry(id, "video", id, texts, video % 7 == 0 ? Optional.of(vector()) : Optional.empty()));
                rebuild.add(entries);
            }
            rebuild.finish();
        }
    }

    private Entry entry(String id, String kind, String parent, Map<TextField, String> texts, Optional<float[]> vector) {
        return new Entry(
                id,
                kind,
                parent,
                Optional.of("en"),
                texts,
                Map.of(),
                Map.of(),
                Map.of("views", (long) random.nextInt(1_000_000)),
                vector);
    }

    private float[] vector() {
        float[] vector = new float[DIMENSION];
        double squares = 0;
        for (int i = 0; i < DIMENSION; i++) {
            vector[i] = (float) random.nextGaussian();
            squares += (double) vector[i] * vector[i];
        }
        for (int i = 0; i < DIMENSION; i++) {
            vector[i] /= (float) Math.sqrt(squares);
        }
        return vector;
    }

    private String question() {
        String[] title = titles.get(random.nextInt(titles.size())).split(" ");
        int from = random.nextInt(title.length - 2);
        return title[from] + " " + title[from + 1] + (random.nextBoolean() ? " " + title[from + 2] : "");
    }

    private String beginning() {
        String title = titles.get(random.nextInt(titles.size()));
        return title.substring(0, 1 + random.nextInt(Math.min(12, title.length() - 1)));
    }

    private static Object words(SearchIndex index, String question) {
        return index.search(SearchQuery.of(VIDEOS, QueryText.parse(question, Set.of()), List.of(), 20));
    }

    private static void latency(Report report, String what, String target, Runnable ask) {
        for (int i = 0; i < WARM_UP; i++) {
            ask.run();
        }
        Samples millis = new Samples();
        for (int i = 0; i < ASKED; i++) {
            long began = System.nanoTime();
            ask.run();
            millis.add((System.nanoTime() - began) / 1e6);
        }
        report.row(what + ", median, ms", Report.number(millis.median(), 2), "");
        report.row(what + ", p99, ms", Report.number(millis.quantile(0.99), 2), target);
    }

    private double rate(SearchIndex index) throws Exception {
        List<String> questions = new ArrayList<>();
        for (int i = 0; i < ASKED; i++) {
            questions.add(question());
        }
        int threads = Runtime.getRuntime().availableProcessors();
        long until = System.nanoTime() + RUN.toNanos();
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            List<Callable<Integer>> askers = new ArrayList<>();
            for (int thread = 0; thread < threads; thread++) {
                int first = thread;
                askers.add(() -> {
                    int asked = 0;
                    while (System.nanoTime() < until) {
                        words(index, questions.get((first + asked * threads) % ASKED));
                        asked++;
                    }
                    return asked;
                });
            }
            int sum = 0;
            for (Future<Integer> each : pool.invokeAll(askers)) {
                sum += each.get();
            }
            return sum / (RUN.toMillis() / 1e3);
        }
    }
}
