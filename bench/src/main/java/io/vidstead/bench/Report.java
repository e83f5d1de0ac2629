package io.vidstead.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A bench's findings as Markdown: a sentence on what was done, a table, remarks. */
final class Report {

    private final String name;
    private final String about;
    private final List<String> head;
    private final List<String> rows = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();

    Report(String name, String about, String... head) {
        this.name = name;
        this.about = about;
        this.head = List.of(head);
    }

    void row(String... cells) {
        if (cells.length != head.size()) {
            throw new IllegalArgumentException("expected " + head + ", got " + Arrays.toString(cells));
        }
        rows.add(line(List.of(cells)));
    }

    void remark(String sentence) {
        remarks.add(sentence);
    }

    String text() {
        StringBuilder text = new StringBuilder("# bench " + name + "\n\n" + about + "\n\n");
        if (!rows.isEmpty()) {
            text.append(line(head)).append('\n');
            text.append(line(head.stream().map(_ -> "---").toList())).append('\n');
            rows.forEach(row -> text.append(row).append('\n'));
        }
        remarks.forEach(remark -> text.append('\n').append(remark).append('\n'));
        return text.append('\n').append(Machine.description()).append('\n').toString();
    }

    void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(name + ".md"), text());
    }

    static String number(double value, int digits) {
        return String.format(Locale.ROOT, "%,." + digits + "f", value);
    }

    private static String line(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |";
    }
}
