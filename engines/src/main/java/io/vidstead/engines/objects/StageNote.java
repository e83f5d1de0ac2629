package io.vidstead.engines.objects;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a stage becomes, or has become. */
record StageNote(ObjectKey key, long size, String sha256) {

    static StageNote read(Path file) throws IOException {
        String[] parts = Files.readString(file).strip().split(" ");
        return new StageNote(new ObjectKey(parts[0]), Long.parseLong(parts[1]), parts[2]);
    }

    @Override
    public String toString() {
        return key + " " + size + " " + sha256 + "\n";
    }
}
