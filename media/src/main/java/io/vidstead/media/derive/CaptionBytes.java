package io.vidstead.media.derive;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * The text of files that do not say how they are encoded: by their byte order mark, as UTF-16 where every second byte is
 * nothing, as UTF-8 where they are that, else as Windows-1252, in which subtitles of western Europe were long written.
 */
final class CaptionBytes {
    private static final int LOOKED_AT = 512;

    private static final List<Charset> GUESSES = List.of(StandardCharsets.UTF_8, Charset.forName("windows-1252"));

    private CaptionBytes() {}

    /** Empty for what is no text. */
    static Optional<String> text(byte[] file) {
        return charsets(file).stream()
                .flatMap(charset -> decode(file, charset).stream())
                .findFirst()
                .map(text -> text.startsWith("\ufeff") ? text.substring(1) : text)
                .filter(text -> text.indexOf('\0') < 0);
    }

    private static List<Charset> charsets(byte[] file) {
        int first = at(file, 0);
        int second = at(file, 1);
        if (first == 0xfe && second == 0xff) {
            return List.of(StandardCharsets.UTF_16BE);
        }
        if (first == 0xff && second == 0xfe) {
            return List.of(StandardCharsets.UTF_16LE);
        }
        if (mostlyZero(file, 0)) {
            return List.of(StandardCharsets.UTF_16BE);
        }
        return mostlyZero(file, 1) ? List.of(StandardCharsets.UTF_16LE) : GUESSES;
    }

    private static int at(byte[] file, int place) {
        return place < file.length ? file[place] & 0xff : -1;
    }

    /** Times and line ends are ASCII, so half of a file in UTF-16 is zero, whatever its language. */
    private static boolean mostlyZero(byte[] file, int from) {
        int looked = 0;
        int zeros = 0;
        for (int i = from; i < Math.min(file.length, LOOKED_AT); i += 2) {
            looked++;
            zeros += file[i] == 0 ? 1 : 0;
        }
        return looked > 4 && zeros * 3 > looked;
    }

    private static Optional<String> decode(byte[] file, Charset charset) {
        try {
            return Optional.of(
                    charset.newDecoder().decode(ByteBuffer.wrap(file)).toString());
        } catch (CharacterCodingException _) {
            return Optional.empty();
        }
    }
}
