package io.vidstead.uploads;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vidstead.testing.Visitor;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Random;
import java.util.UUID;

/** A user with a client for both upload protocols, bare enough to do everything wrong. */
public final class UploadClient {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final URI site;
    private final String token;

    private UploadClient(URI site, String token) {
        this.site = site;
        this.token = token;
    }

    /** A new user of the site. */
    public static UploadClient register(URI site) {
        String name = "u" + UUID.randomUUID().toString().replace("-", "").substring(0, 20);
        String body = """
                {"username": "%s", "email": "%s@example.org", "password": "%s"}
                """.formatted(name, name, Visitor.PASSWORD);
        UploadClient nobody = anonymous(site);
        HttpResponse<String> answer = nobody.send(
                "POST", "/api/v1/auth/register", BodyPublishers.ofString(body), "Content-Type", "application/json");
        if (answer.statusCode() != 201) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
        return new UploadClient(site, json(answer).path("access_token").asText());
    }

    /** A client without a user. */
    public static UploadClient anonymous(URI site) {
        return new UploadClient(site, "");
    }

    /** The same user at the same site, restarted at another address. */
    public UploadClient at(URI address) {
        return new UploadClient(address, token);
    }

    /**
     * A part of a file.
     *
     * @param range as the header wants it
     */
    public HttpResponse<byte[]> range(String path, String range) {
        return send("GET", path, BodyPublishers.noBody(), HttpResponse.BodyHandlers.ofByteArray(), "Range", range);
    }

    public HttpResponse<String> send(String method, String path, BodyPublisher body, String... headers) {
        return send(method, path, body, HttpResponse.BodyHandlers.ofString(), headers);
    }

    private <T> HttpResponse<T> send(
            String method, String path, BodyPublisher body, HttpResponse.BodyHandler<T> handler, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(site.resolve(path)).method(method, body).timeout(Duration.ofSeconds(60));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return HTTP.send(request.build(), handler);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public HttpResponse<String> get(String path) {
        return send("GET", path, BodyPublishers.noBody());
    }

    public HttpResponse<String> postJson(String path, String body) {
        return send("POST", path, BodyPublishers.ofString(body), "Content-Type", "application/json");
    }

    // S1's protocol

    public HttpResponse<String> initiate(long size) {
        return postJson("/api/v1/videos/upload/initiate", """
                {"title": "A film", "file_size": %d, "file_type": "video/mp4", "file_name": "film.mp4"}
                """.formatted(size));
    }

    public HttpResponse<String> chunk(String upload, long offset, byte[] bytes, long total) {
        return send(
                "PUT",
                "/api/v1/videos/upload/" + upload + "/chunk",
                BodyPublishers.ofByteArray(bytes),
                "Content-Range",
                "bytes " + offset + "-" + (offset + bytes.length - 1) + "/" + total);
    }

    public HttpResponse<String> complete(String upload) {
        return send("POST", "/api/v1/videos/upload/" + upload + "/complete", BodyPublishers.noBody());
    }

    public HttpResponse<String> progress(String upload) {
        return get("/api/v1/videos/upload/" + upload);
    }

    // tus

    public HttpResponse<String> tusCreate(String length, String... more) {
        String[] headers = new String[6 + more.length];
        System.arraycopy(
                new String[] {
                    "Tus-Resumable", "1.0.0", "Upload-Length", length, "Upload-Metadata", "filename ZmlsbS5tcDQ="
                },
                0,
                headers,
                0,
                6);
        System.arraycopy(more, 0, headers, 6, more.length);
        return send("POST", "/api/v1/tus", BodyPublishers.noBody(), headers);
    }

    /** Creates an upload and returns its path. */
    public String tus(long length) {
        HttpResponse<String> created = tusCreate(Long.toString(length));
        if (created.statusCode() != 201) {
            throw new IllegalStateException(created.statusCode() + " " + created.body());
        }
        return created.headers().firstValue("Location").orElseThrow();
    }

    public HttpResponse<String> patch(String location, long offset, BodyPublisher body, String... more) {
        String[] headers = new String[6 + more.length];
        System.arraycopy(
                new String[] {
                    "Tus-Resumable",
                    "1.0.0",
                    "Upload-Offset",
                    Long.toString(offset),
                    "Content-Type",
                    "application/offset+octet-stream"
                },
                0,
                headers,
                0,
                6);
        System.arraycopy(more, 0, headers, 6, more.length);
        return send("PATCH", location, body, headers);
    }

    public HttpResponse<String> patch(String location, long offset, byte[] bytes, String... more) {
        return patch(location, offset, BodyPublishers.ofByteArray(bytes), more);
    }

    public HttpResponse<String> head(String location) {
        return send("HEAD", location, BodyPublishers.noBody(), "Tus-Resumable", "1.0.0");
    }

    public long offset(String location) {
        HttpResponse<String> head = head(location);
        return head.headers()
                .firstValueAsLong("Upload-Offset")
                .orElseThrow(() -> new IllegalStateException(head.toString()));
    }

    /** Sends the head of a PATCH and some of its body, and leaves the connection open. */
    public Socket patchWithoutEnd(String location, long offset, byte[] some, long contentLength) {
        try {
            Socket socket = new Socket(site.getHost(), site.getPort());
            socket.setSoTimeout(60_000);
            String head =
                    "PATCH " + location + " HTTP/1.1\r\nHost: " + site.getAuthority() + "\r\nAuthorization: Bearer "
                            + token + "\r\nTus-Resumable: 1.0.0\r\nUpload-Offset: " + offset
                            + "\r\nContent-Type: application/offset+octet-stream\r\nContent-Length: " + contentLength
                            + "\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write(some);
            socket.getOutputStream().flush();
            return socket;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // help

    public static JsonNode json(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static byte[] noise(int size, long seed) {
        byte[] bytes = new byte[size];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    public static String sha256(byte[] bytes) {
        return HexFormat.of().formatHex(digest("SHA-256", bytes));
    }

    public static String base64Digest(String algorithm, byte[] bytes) {
        return Base64.getEncoder().encodeToString(digest(algorithm, bytes));
    }

    private static byte[] digest(String algorithm, byte[] bytes) {
        try {
            return MessageDigest.getInstance(algorithm).digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    public static byte[] readAll(InputStream in) {
        try (in) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
