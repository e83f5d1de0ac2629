package io.vidstead.media.derive;

/** A stranger's words as one line of plain text. */
final class PlainText {
    private PlainText() {}

    /** Without controls, marks that turn the direction of writing, halves of characters and needless space. */
    static String line(String words, int maxLength) {
        var clean = new StringBuilder();
        words.codePoints()
                .map(c -> Character.isWhitespace(c) ? ' ' : c)
                .filter(PlainText::isText)
                .forEach(clean::appendCodePoint);
        var line = clean.toString().replaceAll(" {2,}", " ").strip();
        int length = line.codePointCount(0, line.length());
        return length <= maxLength
                ? line
                : line.substring(0, line.offsetByCodePoints(0, maxLength)).strip();
    }

    static boolean isText(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.SURROGATE, Character.UNASSIGNED, Character.PRIVATE_USE -> false;
            case Character.FORMAT -> c == 0x200c || c == 0x200d || c == 0xad; // joiners and soft hyphens shape words
            default -> true;
        };
    }
}
