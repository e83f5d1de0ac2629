package io.vidstead.engines.objects;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The objects that still grow: one {@link FileStage} an id for the whole process, however many ask for it. */
final class FileStages implements FileStage.Owner {

    private final Path root;
    private final ObjectFiles files;
    private final Failures failures;
    private final Clock clock;
    private final ConcurrentHashMap<String, FileStage> open = new ConcurrentHashMap<>();

    FileStages(Path root, ObjectFiles files, Failures failures, Clock clock) {
        this.root = root;
        this.files = files;
        this.failures = failures;
        this.clock = clock;
    }

    FileStage stage(String id) {
        if (new ObjectKey(id).value().contains("/")) {
            throw new IllegalArgumentException("not the id of a stage");
        }
        return open.computeIfAbsent(id, this::load);
    }

    List<StagedObject> idleSince(Instant time) {
        try (Stream<Path> folders = Files.list(root)) {
            List<StagedObject> idle = new ArrayList<>();
            for (Path folder : folders.toList()) {
                FileStage stage = open.computeIfAbsent(folder.getFileName().toString(), this::load);
                if (stage.idleSince().filter(Predicate.not(time::isBefore)).isPresent()) {
                    idle.add(stage);
                }
            }
            return idle;
        } catch (IOException e) {
            throw failures.translate("the stages cannot be listed", e);
        }
    }

    /** The file of a stage that was asked for before. */
    Optional<Path> path(String id) {
        return Optional.ofNullable(open.get(id)).flatMap(FileStage::path);
    }

    @Override
    public StoredObject publish(ObjectKey key, Path file, long size, String sha256) throws IOException {
        return files.publish(key, file, size, sha256);
    }

    @Override
    public Optional<StoredObject> stat(ObjectKey key) {
        return files.stat(key);
    }

    @Override
    public void gone(FileStage stage) {
        open.remove(stage.id(), stage);
    }

    private FileStage load(String id) {
        try {
            return new FileStage(id, root.resolve(id), this, failures, clock);
        } catch (IOException e) {
            throw failures.translate("stage " + id + " cannot be opened", e);
        }
    }
}
