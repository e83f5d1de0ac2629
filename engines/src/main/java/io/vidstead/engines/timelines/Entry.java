package io.vidstead.engines.timelines;

/** @param body a text of at most {@value #MAX_BODY} characters without U+0000, JSON as a rule */
public record Entry(Timeline timeline, Position position, String body) {

    public static final int MAX_BODY = 64 * 1024;

    public Entry {
        if (body.length() > MAX_BODY || body.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("not a body for a timeline's entry");
        }
    }
}
