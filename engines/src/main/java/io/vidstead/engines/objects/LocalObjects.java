package io.vidstead.engines.objects;

import java.nio.file.Path;
import java.util.Optional;

/**
 * The ability of an {@link ObjectStore} to show its objects as files of this machine: for serving without copying and
 * for programs that read files.
 */
public interface LocalObjects {

    /**
     * The file that holds the object, to be read only. It keeps its content as long as it exists: a replaced object is
     * another file, a deleted one is gone from its path but stays readable to who has it open.
     */
    Optional<Path> localPath(ObjectKey key);

    /**
     * The file in which a stage of this process grows, to be read only and only up to {@link StagedObject#size()}: what lies
     * behind may yet be taken back. Absent before the first append and after the commit, when the same file is the object's.
     */
    Optional<Path> stagedPath(String stage);
}
