package io.vidstead.bench;

import io.vidstead.media.MediaInfo;
import io.vidstead.media.probe.ProbeLimits;
import io.vidstead.media.probe.Prober;
import io.vidstead.media.tools.FfmpegTools;
import io.vidstead.media.tools.Sandbox;
import io.vidstead.outside.Folders;
import java.io.IOException;
import java.nio.file.Path;

/** The media library by itself, as somebody uses it who has no server. */
record Engine(FfmpegTools tools, Sandbox sandbox, Path folder) implements AutoCloseable {

    static Engine open(Path repository) throws IOException {
        FfmpegTools tools = FfmpegTools.packaged(repository.resolve("run/tools"));
        Path folder = Folders.temporary("engine");
        return new Engine(tools, new Sandbox(tools, folder), folder);
    }

    MediaInfo probe(Path clip) {
        return new Prober(sandbox, ProbeLimits.DEFAULT).probe(clip).require();
    }

    @Override
    public void close() throws IOException {
        sandbox.close();
        Folders.remove(folder);
    }
}
