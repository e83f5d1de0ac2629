package io.vidstead.processing;

import io.quarkus.runtime.StartupEvent;
import io.vidstead.kernel.MediaTools;
import io.vidstead.kernel.ServerRole;
import io.vidstead.kernel.Settings;
import io.vidstead.media.MediaException;
import io.vidstead.media.derive.EmbeddedTexts;
import io.vidstead.media.derive.LoudnessMeter;
import io.vidstead.media.derive.PreviewClips;
import io.vidstead.media.derive.Storyboards;
import io.vidstead.media.encode.ChunkEncoder;
import io.vidstead.media.encode.FirstRungEncoder;
import io.vidstead.media.encode.LadderEncoder;
import io.vidstead.media.encode.Packager;
import io.vidstead.media.encode.PerTitle;
import io.vidstead.media.encode.SoundEncoder;
import io.vidstead.media.encode.SoundPackager;
import io.vidstead.media.images.Stills;
import io.vidstead.media.probe.ProbeLimits;
import io.vidstead.media.probe.Prober;
import io.vidstead.media.tools.Sandbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The media library's tools over this server's sandbox, made on first use. */
@ApplicationScoped
class Toolbox {

    private static final Logger LOG = Logger.getLogger(Toolbox.class);

    private final MediaTools media;
    private final Settings settings;
    private @Nullable Tools tools;

    Toolbox(MediaTools media, Settings settings) {
        this.media = media;
        this.settings = settings;
    }

    /** One of each; all of them may be used by many threads. */
    record Tools(
            Prober prober,
            Packager packager,
            SoundPackager soundPackager,
            LadderEncoder encoder,
            ChunkEncoder chunks,
            SoundEncoder sound,
            FirstRungEncoder firstRung,
            PerTitle perTitle,
            Stills stills,
            Storyboards storyboards,
            PreviewClips previews,
            LoudnessMeter loudness,
            EmbeddedTexts texts) {}

    /** @throws MediaException where the programs cannot be had on this machine */
    synchronized Tools tools() {
        Tools present = tools;
        if (present == null) {
            Sandbox sandbox = media.sandbox();
            present = new Tools(
                    new Prober(
                            sandbox, ProbeLimits.DEFAULT.within(settings.media().probeDeadline())),
                    new Packager(sandbox),
                    new SoundPackager(sandbox),
                    new LadderEncoder(sandbox),
                    new ChunkEncoder(sandbox),
                    new SoundEncoder(sandbox),
                    new FirstRungEncoder(sandbox),
                    new PerTitle(sandbox),
                    new Stills(sandbox),
                    new Storyboards(sandbox),
                    new PreviewClips(sandbox),
                    new LoudnessMeter(sandbox),
                    new EmbeddedTexts(sandbox));
            tools = present;
        }
        return present;
    }

    /** @throws MediaException where the programs cannot be had on this machine */
    Sandbox sandbox() {
        return media.sandbox();
    }

    /** Ahead of the first upload, so that its uploader does not wait for it. */
    void start(@Observes StartupEvent event) {
        if (settings.roles().contains(ServerRole.WORKER)) {
            Thread.ofVirtual().name("media-tools").start(() -> {
                try {
                    tools();
                } catch (MediaException e) {
                    LOG.errorf("Videos cannot be processed on this machine: %s", e.getMessage());
                }
            });
        }
    }
}
