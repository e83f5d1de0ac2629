package io.vidstead.kernel.http;

import io.vidstead.engines.objects.ObjectKey;
import java.io.IOException;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;

/**
 * Bytes as they are sent; they never change under one entity tag.
 *
 * @param etag quoted, strong
 */
public record StoredFile(Content content, long size, String etag, String contentType) {

    /** Where the bytes come from. */
    public sealed interface Content {}

    /** A file on this machine. */
    public record LocalFile(Path path) implements Content {}

    /** An object in a store elsewhere. */
    public record RemoteObject(ObjectKey key) implements Content {}

    /** Bytes that are made when somebody asks for them. */
    public non-sealed interface Made extends Content {

        /** Writes {@code length} bytes from {@code offset} on; may block. */
        void write(long offset, long length, WritableByteChannel out) throws IOException;
    }
}
