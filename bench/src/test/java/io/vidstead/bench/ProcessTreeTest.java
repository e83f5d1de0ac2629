package io.vidstead.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ProcessTreeTest {

    @Test
    void readsCpuAndMemoryOfThisProcess() {
        assumeTrue(Files.exists(Path.of("/proc/self/smaps_rollup")), "needs Linux's /proc");
        ProcessTree self = new ProcessTree(ProcessHandle.current());
        assertThat(self.cpu()).isPositive();
        assertThat(self.memory()).isGreaterThan(10_000_000);
    }
}
