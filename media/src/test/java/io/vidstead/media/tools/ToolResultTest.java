package io.vidstead.media.tools;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidstead.media.MediaException.Code;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ToolResultTest {

    @ParameterizedTest
    @CsvSource({
        "hang-up, 129",
        "interrupt, 130",
        "termination, 143",
        "termination as ffmpeg tells it, 255",
        "kill, 137",
        "too much processor, 152",
        "too large a file, 153"
    })
    void whatASignalEndedIsNotTheFilesFault(String signal, int exitCode) {
        assertThat(new ToolResult(exitCode, "", "").failure("It").code())
                .as(signal)
                .isEqualTo(Code.TOOL_FAILED);
    }

    @ParameterizedTest
    @CsvSource({"invalid data, 183", "another error, 1", "an argument, 234"})
    void whatFfmpegSaysOfTheFileIs(String error, int exitCode) {
        assertThat(new ToolResult(exitCode, "", error).failure("It").code()).isEqualTo(Code.MALFORMED_MEDIA);
    }
}
