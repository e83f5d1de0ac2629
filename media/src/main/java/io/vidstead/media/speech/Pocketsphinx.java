package io.vidstead.media.speech;

import io.vidstead.media.Cancellation;
import io.vidstead.media.MediaException;
import io.vidstead.media.tools.RunLimits;
import io.vidstead.media.tools.Sandbox;
import io.vidstead.media.tools.ToolRun;
import io.vidstead.media.tools.ToolRun.Program;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The system's pocketsphinx with its English model, run confined. Thread-safe. */
public final class Pocketsphinx {
    private static final String NO_LOG = "/dev/null";
    private static final Duration LIMIT = Duration.ofMinutes(30);

    private final Sandbox sandbox;

    public Pocketsphinx(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    /** Whether program and model are installed. */
    public static boolean isInstalled() {
        return Program.POCKETSPHINX.isInstalled();
    }

    /**
     * Recognises a WAV file of 16 bits, one channel, 16 kHz and some minutes; a third to a half of its length in CPU time.
     *
     * @return the words with their times, one a line
     * @throws MediaException on failure or cancellation
     */
    public String recognise(Path wav, Cancellation cancellation) {
        var arguments =
                List.of("-infile", wav.toAbsolutePath().normalize().toString(), "-time", "yes", "-logfn", NO_LOG);
        var limits = RunLimits.quick(LIMIT).inBackground();
        return sandbox.run(ToolRun.reading(Program.POCKETSPHINX, arguments, wav, limits, cancellation))
                .require("Recognising speech")
                .stdout();
    }
}
