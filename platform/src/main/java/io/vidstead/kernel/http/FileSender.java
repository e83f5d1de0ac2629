package io.vidstead.kernel.http;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import io.vidstead.engines.objects.LocalObjects;
import io.vidstead.engines.objects.ObjectKey;
import io.vidstead.engines.objects.ObjectStore;
import io.vidstead.engines.objects.StoredObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Sends stored objects to GET and HEAD requests: with ranges and conditions (RFC 9110), straight from the file to the socket
 * where the store has files, else as a stream that waits for slow readers. The caller has decided that the request may have
 * the object, and sets headers of its own (such as Cache-Control) before.
 */
@ApplicationScoped
public class FileSender {

    public static final String IMMUTABLE = "public, max-age=31536000, immutable";
    public static final String PRIVATE_IMMUTABLE = "private, max-age=31536000, immutable";

    private static final Logger LOG = Logger.getLogger(FileSender.class);
    private static final int BUFFER = 64 * 1024;
    private static final int ETAG_DIGITS = 20;

    private final ObjectStore objects;

    FileSender(ObjectStore objects) {
        this.objects = objects;
    }

    /** Looks an object up; may block, its result may be kept. */
    public Optional<StoredFile> find(ObjectKey key, String contentType) {
        return objects.stat(key).map(object -> file(object, contentType));
    }

    /** Never blocks; call it on the event loop or off it. */
    public void send(RoutingContext request, StoredFile file) {
        HttpServerResponse response = request.response();
        MultiMap headers = request.request().headers();
        response.putHeader(HttpHeaders.ETAG, file.etag());
        response.putHeader(HttpHeaders.ACCEPT_RANGES, "bytes");
        if (EntityTags.anyMatches(headers.get(HttpHeaders.IF_NONE_MATCH), file.etag())) {
            response.setStatusCode(304).end();
            return;
        }
        response.putHeader(HttpHeaders.CONTENT_TYPE, file.contentType());
        if (request.request().method().equals(HttpMethod.HEAD)) {
            response.putHeader(HttpHeaders.CONTENT_LENGTH, Long.toString(file.size()))
                    .end();
            return;
        }
        switch (wanted(headers, file)) {
            case ByteRange.Whole _ -> sendPart(request, file, 0, file.size());
            case ByteRange.Part part -> {
                response.setStatusCode(206);
                response.putHeader(
                        HttpHeaders.CONTENT_RANGE,
                        "bytes " + part.offset() + "-" + (part.offset() + part.length() - 1) + "/" + file.size());
                sendPart(request, file, part.offset(), part.length());
            }
            case ByteRange.Refused _ -> {
                response.headers().remove(HttpHeaders.CONTENT_TYPE);
                response.putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
                response.putHeader(HttpHeaders.CONTENT_RANGE, "bytes */" + file.size());
                response.setStatusCode(416).end();
            }
        }
    }

    private StoredFile file(StoredObject object, String contentType) {
        Optional<Path> path = objects instanceof LocalObjects local ? local.localPath(object.key()) : Optional.empty();
        StoredFile.Content content = path.<StoredFile.Content>map(StoredFile.LocalFile::new)
                .orElseGet(() -> new StoredFile.RemoteObject(object.key()));
        String etag = '"' + object.sha256().substring(0, ETAG_DIGITS) + '"';
        return new StoredFile(content, object.size(), etag, contentType);
    }

    private static ByteRange wanted(MultiMap headers, StoredFile file) {
        String ifRange = headers.get("If-Range");
        boolean current = ifRange == null || ifRange.equals(file.etag());
        return current ? ByteRange.parse(headers.get("Range"), file.size()) : new ByteRange.Whole();
    }

    private void sendPart(RoutingContext request, StoredFile file, long offset, long length) {
        HttpServerResponse response = request.response();
        response.putHeader(HttpHeaders.CONTENT_LENGTH, Long.toString(length));
        switch (file.content()) {
            case StoredFile.LocalFile local ->
                response.sendFile(local.path().toString(), offset, length).onFailure(e -> failed(request, e));
            case StoredFile.RemoteObject object -> stream(request, out -> copy(object.key(), offset, length, out));
            case StoredFile.Made made -> stream(request, out -> made.write(offset, length, out));
        }
    }

    private interface Writer {
        void writeTo(WritableByteChannel out) throws IOException;
    }

    private static void stream(RoutingContext request, Writer writer) {
        Thread.ofVirtual().name("send-", 0).start(() -> {
            try {
                writer.writeTo(new ResponseChannel(request.response()));
                request.response().end();
            } catch (IOException | RuntimeException e) {
                failed(request, e);
            }
        });
    }

    private void copy(ObjectKey key, long offset, long length, WritableByteChannel out) throws IOException {
        try (InputStream in =
                objects.openRange(key, offset, length).orElseThrow(() -> new IOException("gone: " + key))) {
            byte[] buffer = new byte[BUFFER];
            int read;
            while ((read = in.readNBytes(buffer, 0, BUFFER)) > 0) {
                out.write(ByteBuffer.wrap(buffer, 0, read));
            }
        }
    }

    /** The object went away meanwhile, or the reader did. */
    private static void failed(RoutingContext request, Throwable cause) {
        HttpServerResponse response = request.response();
        if (response.ended() || response.closed()) {
            return;
        }
        LOG.debugf(cause, "Could not send %s", request.request().path());
        if (response.headWritten()) {
            request.request().connection().close();
        } else {
            response.headers().remove(HttpHeaders.CONTENT_LENGTH);
            response.headers().remove(HttpHeaders.CONTENT_RANGE);
            response.headers().remove(HttpHeaders.CONTENT_TYPE);
            response.headers().remove(HttpHeaders.ETAG);
            response.putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            response.setStatusCode(404).end();
        }
    }
}
