package io.vidstead.media.corpus;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.vidstead.media.tools.FfmpegTools;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;

/** Makes fixtures by ffmpeg when they are asked for, each once a folder. Thread-safe. */
public final class Corpus {
    private final FfmpegTools tools;
    private final Path folder;
    private final Map<String, Fixture> fixtures = new LinkedHashMap<>();
    private final Map<String, Path> made = new ConcurrentHashMap<>();

    public Corpus(FfmpegTools tools, Path folder) {
        this.tools = tools;
        try (var in = requireNonNull(Corpus.class.getResourceAsStream("/fixtures.json"))) {
            byte[] recipes = in.readAllBytes();
            var entries = new ObjectMapper().readTree(recipes);
            // Other recipes, other files: what an earlier run has made is not taken for them.
            this.folder = folder.toAbsolutePath().resolve("recipes-" + Integer.toHexString(Arrays.hashCode(recipes)));
            StreamSupport.stream(entries.spliterator(), false)
                    .map(Fixture::read)
                    .forEach(fixture -> fixtures.put(fixture.name(), fixture));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All but those that are mere parts of others. */
    public List<Fixture> fixtures() {
        return fixtures.values().stream().filter(fixture -> !fixture.isPart()).toList();
    }

    public Path file(String name) {
        var fixture = fixtures.get(name);
        if (fixture == null) {
            throw new IllegalArgumentException("fixtures.json has no " + name);
        }
        fixture.recipe().needs().forEach(this::file);
        return made.computeIfAbsent(name, _ -> make(fixture));
    }

    /** A file of given content. */
    public Path write(String name, byte[] content) {
        try {
            return Files.write(Files.createDirectories(folder).resolve(name), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file made with arguments that are not a fixture's. */
    public Path ffmpeg(String name, List<String> arguments) {
        try {
            var file = folder.resolve(name);
            if (!Files.exists(file)) {
                var work = Files.createTempDirectory(Files.createDirectories(folder), "making")
                        .resolve(name);
                run(arguments, work);
                Files.move(work, file, StandardCopyOption.REPLACE_EXISTING);
                Files.delete(work.getParent());
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path make(Fixture fixture) {
        try {
            return switch (fixture.recipe()) {
                case Recipe.Made recipe -> ffmpeg(fixture.name(), Recipe.arguments(recipe, folder.toString()));
                case Recipe.Written(var text) ->
                    Files.writeString(Files.createDirectories(folder).resolve(fixture.name()), text);
                case Recipe.Cut(var of, var share) -> {
                    var whole = Files.readAllBytes(folder.resolve(of));
                    yield write(fixture.name(), Arrays.copyOf(whole, (int) (whole.length * share)));
                }
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void run(List<String> arguments, Path output) throws IOException {
        var command = new ArrayList<>(List.of(tools.ffmpeg().toString(), "-v", "error", "-nostdin", "-y"));
        command.addAll(arguments);
        command.add(output.toString());
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes());
        try {
            if (!process.waitFor(1, TimeUnit.MINUTES) || process.exitValue() != 0) {
                throw new IOException(command + ": " + said);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
