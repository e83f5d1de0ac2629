package io.vidstead.demo;

import io.vidstead.demo.Scene.Clip;
import io.vidstead.demo.Scene.Drawn;
import io.vidstead.outside.Programs;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Draws what the demo shows. */
record Studio(Path ffmpeg, Path folder) {

    private static final Duration LIMIT = Duration.ofMinutes(15);

    /** A file with the scene's pictures. */
    Path film(Scene scene) throws IOException, InterruptedException {
        return switch (scene.pictures()) {
            case Clip(Path file) -> file;
            case Drawn drawn -> draw(drawn);
        };
    }

    /** A square of two colours. */
    Path avatar(Script.Channel channel) throws IOException, InterruptedException {
        Path picture = folder.resolve("avatar.png");
        String graph = "gradients=size=256x256:c0=" + channel.colour() + ":c1=" + channel.accent()
                + ":n=2:x0=0:y0=0:x1=256:y1=256";
        Programs.run(LIMIT, command(List.of("-f", "lavfi", "-i", graph, "-frames:v", "1"), picture));
        return picture;
    }

    private Path draw(Drawn drawn) throws IOException, InterruptedException {
        Path file = folder.resolve("scene." + drawn.extension());
        List<String> arguments = new ArrayList<>(List.of("-f", "lavfi", "-i", drawn.video()));
        if (!drawn.audio().isEmpty()) {
            arguments.addAll(List.of("-f", "lavfi", "-i", drawn.audio()));
        }
        arguments.addAll(List.of("-t", Integer.toString(drawn.seconds())));
        arguments.addAll(drawn.codecs());
        Programs.run(LIMIT, command(arguments, file));
        return file;
    }

    private List<String> command(List<String> arguments, Path output) {
        List<String> command = new ArrayList<>(List.of(ffmpeg.toString(), "-v", "error", "-y"));
        command.addAll(arguments);
        command.add(output.toString());
        return command;
    }
}
