package io.vidstead.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The Cranfield collection (Cleverdon 1967): 1,400 abstracts, 225 questions, and who judged which abstract to answer which question
 * how well.
 *
 * @param relevance by question and abstract: 4 for a complete answer to 1 for one of minor interest
 */
record Cranfield(List<Abstract> abstracts, List<String> questions, List<Map<String, Integer>> relevance) {

    private static final int BEST = 5;

    record Abstract(String id, String title, String text) {}

    static Cranfield read(Path folder) throws IOException {
        List<Abstract> abstracts = new ArrayList<>();
        for (Map<Character, String> record : records(folder.resolve("cran.all.1400"))) {
            abstracts.add(new Abstract(
                    record.getOrDefault('I', ""), record.getOrDefault('T', ""), record.getOrDefault('W', "")));
        }
        List<String> questions = new ArrayList<>();
        List<Map<String, Integer>> relevance = new ArrayList<>();
        for (Map<Character, String> record : records(folder.resolve("cran.qry"))) {
            questions.add(record.getOrDefault('W', ""));
            relevance.add(new HashMap<>());
        }
        // Judgements count the questions from 1 on, whatever the questions say of themselves.
        for (String line : Files.readAllLines(folder.resolve("cranqrel"))) {
            String[] parts = line.strip().split("\\s+");
            int gain = BEST - Integer.parseInt(parts[2]);
            if (gain >= 1 && gain < BEST) {
                relevance.get(Integer.parseInt(parts[0]) - 1).put(parts[1], gain);
            }
        }
        return new Cranfield(abstracts, questions, relevance);
    }

    private static List<Map<Character, String>> records(Path file) throws IOException {
        List<Map<Character, String>> records = new ArrayList<>();
        char part = 'I';
        for (String line : Files.readAllLines(file)) {
            if (line.startsWith(".I")) {
                records.add(new HashMap<>(Map.of('I', line.substring(2).strip())));
            } else if (line.matches("\\.[A-Z]\\s*")) {
                part = line.charAt(1);
            } else {
                records.getLast().merge(part, line.strip(), (before, more) -> before + " " + more);
            }
        }
        return records;
    }

    /**
     * nDCG@10 (Järvelin and Kekäläinen 2002), the mean over all questions that have an answer: gains over the logarithm of their
     * place, as a share of the best possible order's.
     */
    double ndcg(List<List<String>> answers) {
        double sum = 0;
        int asked = 0;
        for (int q = 0; q < questions.size(); q++) {
            Map<String, Integer> judged = relevance.get(q);
            if (judged.isEmpty()) {
                continue;
            }
            asked++;
            List<Integer> gains = answers.get(q).stream()
                    .map(id -> judged.getOrDefault(id, 0))
                    .toList();
            List<Integer> ideal =
                    judged.values().stream().sorted((a, b) -> b - a).toList();
            sum += discounted(gains) / discounted(ideal);
        }
        return sum / asked;
    }

    private static double discounted(List<Integer> gains) {
        double sum = 0;
        for (int i = 0; i < Math.min(10, gains.size()); i++) {
            sum += gains.get(i) / (Math.log(i + 2) / Math.log(2));
        }
        return sum;
    }
}
