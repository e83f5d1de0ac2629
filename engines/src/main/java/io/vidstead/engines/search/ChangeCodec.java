package io.vidstead.engines.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.store.DataInput;
import org.apache.lucene.store.DataOutput;

/** Changes as bytes, by Lucene's encodings of numbers and texts. {@link LuceneSearchIndex} counts on when they change. */
final class ChangeCodec {

    private static final byte PUT = 0;
    private static final byte REMOVE = 1;
    private static final byte REMOVE_OF = 2;
    private static final byte COUNT = 3;

    private ChangeCodec() {}

    static byte[] encode(List<Change> changes) {
        ByteBuffersDataOutput out = new ByteBuffersDataOutput();
        try {
            out.writeVInt(changes.size());
            for (Change change : changes) {
                encode(out, change);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e); // into memory, which does not fail
        }
        return out.toArrayCopy();
    }

    private static void encode(DataOutput out, Change change) throws IOException {
        switch (change) {
            case Change.Put(Entry entry) -> {
                out.writeByte(PUT);
                encode(out, entry);
            }
            case Change.Remove(String id) -> {
                out.writeByte(REMOVE);
                out.writeString(id);
            }
            case Change.RemoveOf(String parent, String kind) -> {
                out.writeByte(REMOVE_OF);
                out.writeString(parent);
                out.writeString(kind);
            }
            case Change.Count(String id, Map<String, Long> counts) -> {
                out.writeByte(COUNT);
                out.writeString(id);
                encode(out, counts);
            }
        }
    }

    private static void encode(DataOutput out, Entry entry) throws IOException {
        out.writeString(entry.id());
        out.writeString(entry.kind());
        out.writeString(entry.parent());
        out.writeString(entry.language().orElse("")); // no language has this tag
        Map<String, String> texts = new HashMap<>();
        entry.texts().forEach((field, text) -> texts.put(field.name(), text));
        out.writeMapOfStrings(texts);
        out.writeVInt(entry.keywords().size());
        for (Map.Entry<String, List<String>> keyword : entry.keywords().entrySet()) {
            out.writeString(keyword.getKey());
            out.writeVInt(keyword.getValue().size());
            for (String value : keyword.getValue()) {
                out.writeString(value);
            }
        }
        encode(out, entry.numbers());
        encode(out, entry.counts());
        float[] vector = entry.vector().orElseGet(() -> new float[0]); // none has no dimension
        out.writeVInt(vector.length);
        for (float each : vector) {
            out.writeInt(Float.floatToIntBits(each));
        }
    }

    private static void encode(DataOutput out, Map<String, Long> numbers) throws IOException {
        out.writeVInt(numbers.size());
        for (Map.Entry<String, Long> number : numbers.entrySet()) {
            out.writeString(number.getKey());
            out.writeLong(number.getValue());
        }
    }

    /** @throws IOException when these are not {@link #encode}'s bytes */
    static List<Change> decode(byte[] bytes) throws IOException {
        try {
            DataInput in = new ByteArrayDataInput(bytes);
            List<Change> changes = new ArrayList<>();
            for (int left = in.readVInt(); left > 0; left--) {
                changes.add(change(in));
            }
            return changes;
        } catch (RuntimeException e) {
            throw new IOException("no changes of a search index", e);
        }
    }

    private static Change change(DataInput in) throws IOException {
        byte kind = in.readByte();
        return switch (kind) {
            case PUT -> new Change.Put(entry(in));
            case REMOVE -> new Change.Remove(in.readString());
            case REMOVE_OF -> new Change.RemoveOf(in.readString(), in.readString());
            case COUNT -> new Change.Count(in.readString(), numbers(in));
            default -> throw new IOException("no kind of change of a search index: " + kind);
        };
    }

    private static Entry entry(DataInput in) throws IOException {
        return new Entry(
                in.readString(),
                in.readString(),
                in.readString(),
                Optional.of(in.readString()).filter(language -> !language.isEmpty()),
                texts(in),
                keywords(in),
                numbers(in),
                numbers(in),
                Optional.of(vector(in)).filter(vector -> vector.length > 0));
    }

    private static Map<TextField, String> texts(DataInput in) throws IOException {
        Map<TextField, String> texts = new EnumMap<>(TextField.class);
        in.readMapOfStrings().forEach((field, text) -> texts.put(TextField.valueOf(field), text));
        return texts;
    }

    private static Map<String, List<String>> keywords(DataInput in) throws IOException {
        Map<String, List<String>> keywords = new HashMap<>();
        for (int left = in.readVInt(); left > 0; left--) {
            String name = in.readString();
            List<String> values = new ArrayList<>();
            for (int more = in.readVInt(); more > 0; more--) {
                values.add(in.readString());
            }
            keywords.put(name, values);
        }
        return keywords;
    }

    private static Map<String, Long> numbers(DataInput in) throws IOException {
        Map<String, Long> numbers = new HashMap<>();
        for (int left = in.readVInt(); left > 0; left--) {
            numbers.put(in.readString(), in.readLong());
        }
        return numbers;
    }

    private static float[] vector(DataInput in) throws IOException {
        float[] vector = new float[in.readVInt()];
        for (int i = 0; i < vector.length; i++) {
            vector[i] = Float.intBitsToFloat(in.readInt());
        }
        return vector;
    }
}
