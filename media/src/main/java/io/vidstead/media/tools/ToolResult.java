package io.vidstead.media.tools;

import io.vidstead.media.MediaException;
import io.vidstead.media.MediaException.Code;

/**
 * How a run ended by itself.
 *
 * @param exitCode 0 on success; above 128 when a signal, such as that of a kernel limit, ended it
 * @param stdout what it printed, cut at 8 MB; empty where lines were told
 * @param stderr the last 16 kB of its messages, printable characters only
 */
public record ToolResult(int exitCode, String stdout, String stderr) {
    private static final int SIGNAL = 128;

    /** Of ffmpeg, when somebody asked it to stop. */
    private static final int STOPPED = 255;

    public boolean succeeded() {
        return exitCode == 0;
    }

    /**
     * This result, if the run succeeded.
     *
     * @param purpose what was tried, as in "taking stills"
     * @throws MediaException that tells a full disk and a kernel limit from a file that cannot be processed
     */
    public ToolResult require(String purpose) {
        if (succeeded()) {
            return this;
        }
        throw failure(purpose);
    }

    /** Whether the kernel ended the program: by SIGKILL, SIGXCPU or SIGXFSZ. Other high codes are ffmpeg's own errors. */
    public boolean endedBySignal() {
        return exitCode == SIGNAL + 9 || exitCode == SIGNAL + 24 || exitCode == SIGNAL + 25;
    }

    /**
     * Whether somebody asked the program to stop, by SIGHUP, SIGINT or SIGTERM: Ctrl-C on a terminal and the end of a session
     * reach it as they reach the server. That says nothing of the file.
     */
    public boolean stoppedFromOutside() {
        return exitCode == SIGNAL + 1 || exitCode == SIGNAL + 2 || exitCode == SIGNAL + 15 || exitCode == STOPPED;
    }

    /** The exception that fits this unsuccessful result. */
    public MediaException failure(String purpose) {
        return new MediaException(failureCode(), purpose + " failed (exit " + exitCode + "): " + lastLine());
    }

    private Code failureCode() {
        if (stderr.contains("No space left on device") || stderr.contains("Disk quota exceeded")) {
            return Code.STORAGE_FULL;
        }
        if (endedBySignal()
                || stoppedFromOutside()
                || stderr.contains("Cannot allocate memory")
                || stderr.contains("Resource temporarily unavailable")) {
            return Code.TOOL_FAILED;
        }
        return Code.MALFORMED_MEDIA;
    }

    private String lastLine() {
        var lines = stderr.strip();
        return lines.substring(lines.lastIndexOf('\n') + 1);
    }
}
