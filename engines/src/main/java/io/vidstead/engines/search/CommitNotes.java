package io.vidstead.engines.search;

import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.index.IndexWriter;

/**
 * What a commit of Lucene's says of its index.
 *
 * @param version of the program and of the contents for which it was made
 * @param dimension of its vectors
 * @param complete whether it holds everything
 * @param journal the number of the journal of what came after it; 0: there was no journal yet
 */
record CommitNotes(String version, int dimension, boolean complete, long journal) {

    private static final String VERSION = "version";
    private static final String DIMENSION = "dimension";
    private static final String COMPLETE = "complete";
    private static final String JOURNAL = "journal";

    /** Of the last commit; servers that committed each write named no journal. */
    static CommitNotes of(IndexWriter writer) {
        Map<String, String> notes = new HashMap<>();
        Iterable<Map.Entry<String, String>> committed = writer.getLiveCommitData();
        if (committed != null) {
            committed.forEach(entry -> notes.put(entry.getKey(), entry.getValue()));
        }
        return new CommitNotes(
                notes.getOrDefault(VERSION, ""),
                Integer.parseInt(notes.getOrDefault(DIMENSION, "0")),
                Boolean.parseBoolean(notes.getOrDefault(COMPLETE, "false")),
                Long.parseLong(notes.getOrDefault(JOURNAL, "0")));
    }

    void setIn(IndexWriter writer) {
        writer.setLiveCommitData(Map.of(
                        VERSION,
                        version,
                        DIMENSION,
                        Integer.toString(dimension),
                        COMPLETE,
                        Boolean.toString(complete),
                        JOURNAL,
                        Long.toString(journal))
                .entrySet());
    }

    CommitNotes whole() {
        return new CommitNotes(version, dimension, true, journal);
    }

    CommitNotes withNextJournal() {
        return new CommitNotes(version, dimension, complete, journal + 1);
    }
}
