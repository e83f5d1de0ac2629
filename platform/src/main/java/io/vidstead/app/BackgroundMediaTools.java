package io.vidstead.app;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vidstead.kernel.MediaTools;
import io.vidstead.kernel.Settings;
import io.vidstead.media.tools.FfmpegTools;
import io.vidstead.media.tools.Sandbox;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import org.jboss.logging.Logger;

/** Unpacks the media programs while the rest of the server is already answering. */
@Singleton
class BackgroundMediaTools implements MediaTools {

    private static final Logger LOG = Logger.getLogger(BackgroundMediaTools.class);

    private record Unpacked(FfmpegTools tools, Sandbox sandbox) {}

    private final FutureTask<Unpacked> unpacking;

    BackgroundMediaTools(Settings.Media media, Settings.Data data) {
        this.unpacking = new FutureTask<>(() -> unpack(media, data.dir()));
    }

    private static Unpacked unpack(Settings.Media media, Path data) {
        FfmpegTools tools =
                media.ffmpeg().map(FfmpegTools::at).orElseGet(() -> FfmpegTools.packaged(data.resolve("tools/ffmpeg")));
        return new Unpacked(tools, new Sandbox(tools, data.resolve("scratch/tools")));
    }

    void start(@Observes StartupEvent event) {
        Thread.ofPlatform().name("media-tools").daemon().start(() -> {
            unpacking.run();
            try {
                LOG.infof("Media programs are ready: %s", tools().version());
            } catch (RuntimeException e) {
                LOG.errorf("No video can be processed: %s", e.getMessage());
            }
        });
    }

    void stop(@Observes @Priority(Integer.MAX_VALUE) ShutdownEvent event) {
        if (unpacking.state() == Future.State.SUCCESS) {
            unpacking.resultNow().sandbox().close();
        }
    }

    @Override
    public FfmpegTools tools() {
        return unpacked().tools();
    }

    @Override
    public Sandbox sandbox() {
        return unpacked().sandbox();
    }

    private Unpacked unpacked() {
        try {
            return unpacking.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the media programs are unpacked", e);
        }
    }
}
