package io.vidstead.engines.database;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A Java process of its own that starts a server, prints its process id and waits until its input ends. */
final class PostgresHolder {

    private static final String READY = "ready ";

    private PostgresHolder() {}

    public static void main(String[] arguments) throws Exception {
        EmbeddedPostgres postgres =
                EmbeddedPostgres.start(Path.of(arguments[0]), EmbeddedPostgres.Options.of(Path.of(arguments[1])));
        System.out.println(READY + postgres.processId());
        System.in.readAllBytes();
        postgres.close();
    }

    static Process fork(Path folder, Path tools) throws IOException {
        return fork(List.of(), System.getProperty("java.class.path"), folder, tools);
    }

    /** @param prefix a program that starts the other as somebody else */
    static Process fork(List<String> prefix, String classPath, Path folder, Path tools) throws IOException {
        List<String> command = new ArrayList<>(prefix);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath,
                PostgresHolder.class.getName(),
                folder.toString(),
                tools.toString()));
        return new ProcessBuilder(command)
                .directory(new File("/"))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** The process id of its server. */
    static long awaitReady(Process holder) throws IOException {
        var lines = holder.inputReader(StandardCharsets.UTF_8);
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith(READY)) {
                return Long.parseLong(line.substring(READY.length()));
            }
        }
        throw new IOException("the process ended without a server");
    }
}
