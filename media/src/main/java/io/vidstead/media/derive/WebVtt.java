package io.vidstead.media.derive;

import java.time.Duration;

/** The text of WebVTT files (W3C WebVTT 1). */
final class WebVtt {
    private WebVtt() {}

    /** Puts cues one below the other. */
    static final class Writer {
        private final StringBuilder text = new StringBuilder("WEBVTT\n");

        /** @param payload without empty lines; what is no markup must be {@link #escape escaped} */
        void add(Duration from, Duration to, String payload) {
            text.append('\n')
                    .append(time(from))
                    .append(" --> ")
                    .append(time(to))
                    .append('\n')
                    .append(payload)
                    .append('\n');
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }

    static String escape(String plain) {
        return plain.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static String time(Duration at) {
        return "%02d:%02d:%02d.%03d".formatted(at.toHours(), at.toMinutesPart(), at.toSecondsPart(), at.toMillisPart());
    }
}
