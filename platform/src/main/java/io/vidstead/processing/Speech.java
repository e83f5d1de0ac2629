package io.vidstead.processing;

import io.vidstead.kernel.VideoId;
import io.vidstead.media.Cancellation;
import io.vidstead.media.probe.ProbeResult;
import io.vidstead.media.speech.SpeechSound;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** What is said in videos, as a file for those who write it down. */
@ApplicationScoped
public class Speech {

    private final Steps steps;
    private final Probed probed;
    private final Toolbox toolbox;

    Speech(Steps steps, Probed probed, Toolbox toolbox) {
        this.steps = steps;
        this.probed = probed;
        this.toolbox = toolbox;
    }

    /** What is done with a video's sound; its file is gone afterwards. */
    @FunctionalInterface
    public interface Listener {
        /** @param sound WAV of 16 bits, one channel, 16 kHz; absent where the video has none */
        void hear(Optional<Path> sound) throws IOException;
    }

    /** Does nothing when the video does not play. */
    public void listen(VideoId video, Listener listener) throws Exception {
        steps.runAside(video, work -> {
            if (probed.probe(work.key(), work.original()) instanceof ProbeResult.Accepted(var info)) {
                listener.hear(new SpeechSound(toolbox.sandbox())
                        .extract(work.original(), info, work.folder(), new Cancellation()));
            }
        });
    }
}
