package io.vidstead.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidstead.media.MediaException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class PassingFailureTest {

    @Test
    void aFullDiskIsNobodysFaultWhoeverMeetsIt() {
        var full = new FileSystemException("/scratch/x", null, "No space left on device");
        assertThat(PassingFailure.is(full)).isTrue();
        assertThat(PassingFailure.is(new UncheckedIOException("no working folder", full)))
                .isTrue();
        assertThat(PassingFailure.is(new MediaException(MediaException.Code.TOOL_FAILED, "Could not start", full)))
                .isTrue();
        assertThat(PassingFailure.is(new FileSystemException("/scratch/x", null, "Disk quota exceeded")))
                .isTrue();
    }

    @Test
    void otherFailuresOfFilesAreTriedAFewTimes() {
        assertThat(PassingFailure.is(new IOException("Input/output error"))).isFalse();
        assertThat(PassingFailure.is(new IOException())).isFalse();
    }

    @Test
    void aDatabaseThatIsAwayComesBack() {
        assertThat(PassingFailure.is(new SQLException("gone", "08006"))).isTrue();
        assertThat(PassingFailure.is(new SQLException("wrong", "23505"))).isFalse();
    }
}
