package io.vidstead.kernel;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An amount of bytes, written as {@code 5MiB}, {@code 4GiB} or plain bytes. Never negative. */
public record DataSize(long bytes) implements Comparable<DataSize> {

    private static final Pattern TEXT = Pattern.compile("(\\d{1,18})\\s*(|[KMGT]i?B?|B)", Pattern.CASE_INSENSITIVE);

    public DataSize {
        if (bytes < 0) {
            throw new IllegalArgumentException("a size cannot be negative");
        }
    }

    public static DataSize ofMebibytes(long mebibytes) {
        return new DataSize(Math.multiplyExact(mebibytes, 1L << 20));
    }

    /** Reads {@code 512}, {@code 64KiB}, {@code 5MiB}, {@code 4GiB}; K, M, G and T count in 1024s. */
    public static DataSize parse(String text) {
        Matcher match = TEXT.matcher(text.strip());
        if (!match.matches()) {
            throw new IllegalArgumentException("not a size such as 5MiB or 4GiB");
        }
        String unit = match.group(2).toUpperCase(Locale.ROOT);
        int power = unit.isEmpty() ? 0 : "BKMGT".indexOf(unit.charAt(0));
        return new DataSize(Math.multiplyExact(Long.parseLong(match.group(1)), 1L << (10 * power)));
    }

    @Override
    public int compareTo(DataSize other) {
        return Long.compare(bytes, other.bytes);
    }

    @Override
    public String toString() {
        String[] units = {"", "KiB", "MiB", "GiB", "TiB"};
        int power = 0;
        long rest = bytes;
        while (power < units.length - 1 && rest != 0 && rest % 1024 == 0) {
            rest /= 1024;
            power++;
        }
        return rest + units[power];
    }
}
