package io.vidstead.media.tools;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Edits the dynamic section of a 64-bit little-endian ELF file in place, so that the packaged ffmpeg starts on a machine
 * without a desktop.
 *
 * <p>The build's libavdevice asks for X11, ALSA and PulseAudio, which servers lack; a missing one stops the program, although
 * nothing here opens a device. All of those functions are bound lazily, so the request can go: its entry is pointed at a
 * library that is asked for anyway, and its symbol versions are taken off the list that the loader checks. And libavcodec
 * asks for libva, which lies beside it, but only the programs have a RUNPATH, which does not reach the libraries of libraries;
 * an RPATH does, so the tag is changed.
 *
 * <p>Source: System V ABI (dynamic section), LSB Core (symbol versioning).
 */
final class ElfPatch {
    private static final int PT_LOAD = 1;
    private static final int PT_DYNAMIC = 2;
    private static final long DT_NULL = 0;
    private static final long DT_NEEDED = 1;
    private static final long DT_STRTAB = 5;
    private static final long DT_RPATH = 15;
    private static final long DT_RUNPATH = 29;
    private static final long DT_VERNEED = 0x6ffffffeL;
    private static final long DT_VERNEEDNUM = 0x6fffffffL;
    private static final int SHT_GNU_VERSYM = 0x6fffffff;
    private static final short VERSION_GLOBAL = 1;
    private static final int MAX_ENTRIES = 1000;

    private final ByteBuffer elf;

    private ElfPatch(ByteBuffer elf) {
        this.elf = elf.order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Makes {@code file} no longer ask for libraries whose names begin with one of {@code prefixes}. */
    static void dropNeeded(Path file, Set<String> prefixes) throws IOException {
        edit(file, patch -> patch.dropNeeded(prefixes));
    }

    /** Lets the search path of the program {@code file} hold for the libraries of its libraries too. */
    static void spreadSearchPath(Path file) throws IOException {
        edit(file, ElfPatch::spreadSearchPath);
    }

    /** Names of the libraries that {@code file} asks for. */
    static List<String> needed(Path file) throws IOException {
        var names = new ArrayList<String>();
        edit(file, patch -> names.addAll(patch.needed()));
        return names;
    }

    private interface Edit {
        void apply(ElfPatch patch);
    }

    private static void edit(Path file, Edit edit) throws IOException {
        try {
            // Not mapped: a program whose file is mapped for writing cannot be started.
            var bytes = Files.readAllBytes(file);
            var elf = ByteBuffer.wrap(bytes);
            if (bytes.length < 64 || elf.getInt(0) != 0x7f454c46 || elf.get(4) != 2 || elf.get(5) != 1) {
                throw new IOException(file.getFileName() + " is not a 64-bit little-endian ELF file");
            }
            var before = bytes.clone();
            edit.apply(new ElfPatch(elf));
            if (!Arrays.equals(before, bytes)) {
                Files.write(file, bytes);
            }
        } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
            throw new IOException(file.getFileName() + " has a broken dynamic section", e);
        }
    }

    private void dropNeeded(Set<String> prefixes) {
        var unwanted = new ArrayList<Integer>();
        long replacement = -1;
        for (int entry : dynamicEntries(DT_NEEDED)) {
            if (matches(string(value(entry)), prefixes)) {
                unwanted.add(entry);
            } else {
                replacement = value(entry);
            }
        }
        if (unwanted.isEmpty() || replacement < 0) {
            return;
        }
        for (int entry : unwanted) {
            elf.putLong(entry + 8, replacement);
        }
        dropVersions(prefixes);
    }

    /** Unlinks the wanted versions of matching libraries and frees the symbols from them. */
    private void dropVersions(Set<String> prefixes) {
        var dropped = new HashSet<Short>();
        for (int head : dynamicEntries(DT_VERNEED)) {
            int kept = 0;
            int previous = -1;
            int at = fileOffset(value(head));
            for (int n = 0; n < MAX_ENTRIES; n++) {
                int next = elf.getInt(at + 12);
                if (matches(string(Integer.toUnsignedLong(elf.getInt(at + 4))), prefixes)) {
                    collectVersions(at, dropped);
                    unlink(head, previous, at, next);
                } else {
                    previous = at;
                    kept++;
                }
                if (next == 0) {
                    break;
                }
                at += next;
            }
            for (int count : dynamicEntries(DT_VERNEEDNUM)) {
                elf.putLong(count + 8, kept);
            }
        }
        freeSymbols(dropped);
    }

    private void unlink(int head, int previous, int at, int next) {
        if (previous < 0) {
            elf.putLong(head + 8, value(head) + next);
        } else {
            elf.putInt(previous + 12, next == 0 ? 0 : at + next - previous);
        }
    }

    private void collectVersions(int verneed, Set<Short> dropped) {
        int at = verneed + elf.getInt(verneed + 8);
        for (int n = 0; n < MAX_ENTRIES; n++) {
            dropped.add(elf.getShort(at + 6));
            int next = elf.getInt(at + 12);
            if (next == 0) {
                return;
            }
            at += next;
        }
    }

    private void freeSymbols(Set<Short> dropped) {
        long headers = elf.getLong(40);
        int size = Short.toUnsignedInt(elf.getShort(58));
        int count = Short.toUnsignedInt(elf.getShort(60));
        for (int i = 0; i < count; i++) {
            int header = Math.toIntExact(headers + (long) i * size);
            if (elf.getInt(header + 4) != SHT_GNU_VERSYM) {
                continue;
            }
            int from = Math.toIntExact(elf.getLong(header + 24));
            int to = Math.toIntExact(from + elf.getLong(header + 32));
            for (int at = from; at < to; at += 2) {
                if (dropped.contains(elf.getShort(at))) {
                    elf.putShort(at, VERSION_GLOBAL);
                }
            }
        }
    }

    private void spreadSearchPath() {
        for (int entry : dynamicEntries(DT_RUNPATH)) {
            elf.putLong(entry, DT_RPATH);
        }
    }

    private List<String> needed() {
        return dynamicEntries(DT_NEEDED).stream()
                .map(entry -> string(value(entry)))
                .toList();
    }

    private static boolean matches(String name, Set<String> prefixes) {
        return prefixes.stream().anyMatch(name::startsWith);
    }

    private long value(int entry) {
        return elf.getLong(entry + 8);
    }

    private String string(long offset) {
        int at = Math.addExact(fileOffset(value(dynamicEntries(DT_STRTAB).getFirst())), Math.toIntExact(offset));
        var text = new StringBuilder();
        for (int i = at; elf.get(i) != 0 && text.length() < 4096; i++) {
            text.append((char) elf.get(i));
        }
        return text.toString();
    }

    private List<Integer> dynamicEntries(long tag) {
        var entries = new ArrayList<Integer>();
        for (int header : programHeaders(PT_DYNAMIC)) {
            int at = Math.toIntExact(elf.getLong(header + 8));
            for (int n = 0; n < MAX_ENTRIES && elf.getLong(at) != DT_NULL; n++, at += 16) {
                if (elf.getLong(at) == tag) {
                    entries.add(at);
                }
            }
        }
        return entries;
    }

    private int fileOffset(long address) {
        for (int header : programHeaders(PT_LOAD)) {
            long start = elf.getLong(header + 16);
            if (address >= start && address < start + elf.getLong(header + 32)) {
                return Math.toIntExact(elf.getLong(header + 8) + address - start);
            }
        }
        throw new IllegalArgumentException("address outside of all segments");
    }

    private List<Integer> programHeaders(int type) {
        long table = elf.getLong(32);
        int size = Short.toUnsignedInt(elf.getShort(54));
        int count = Short.toUnsignedInt(elf.getShort(56));
        var headers = new ArrayList<Integer>();
        for (int i = 0; i < count; i++) {
            int at = Math.toIntExact(table + (long) i * size);
            if (elf.getInt(at) == type) {
                headers.add(at);
            }
        }
        return headers;
    }
}
