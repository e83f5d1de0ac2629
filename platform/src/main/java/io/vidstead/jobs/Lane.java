package io.vidstead.jobs;

/** Jobs of one lane wait for each other only. */
public enum Lane {
    /** Short work: takes a second or a few, little processor time. */
    SHORT("job"),
    /** Encodes that somebody waits for: the first rendition of a video that cannot be published as it is. One at a time. */
    FIRST_ENCODE("first_encode_job"),
    /** What comes before and after the encoding of ladders: planning them, putting them together; bound by the disk. */
    LADDER("ladder_job"),
    /** Work that keeps processors busy for long; as many at once as {@code processing.workers} says. */
    ENCODE("encode_job"),
    /** Writing down what is said: waits for a service, or takes a slot of {@link EncodeSlots} itself. One at a time. */
    SPEECH("speech_job");

    private final String table;

    Lane(String table) {
        this.table = table;
    }

    String table() {
        return table;
    }
}
