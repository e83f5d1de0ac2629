package io.vidstead.engines.objects;

import io.vidstead.engines.objects.SignedAddress.Action;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The objects of another server, reached through signed addresses; that server's {@link ObjectEndpoint} answers.
 *
 * <p>What its contract says of atomicity and durability is that server's. Bytes are checked by SHA-256 at both ends of the way. A
 * stream without a file is written to a temporary file first, because its digest goes ahead of it. While the server is away,
 * methods fail with {@link StoreAwayException}.
 *
 * <p>Abilities that it lacks: {@link LocalObjects}, {@link StagingObjects}.
 */
public final class HttpObjectStore implements ObjectStore, AutoCloseable {

    private static final Duration VALID = Duration.ofMinutes(30);
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration ANSWER = Duration.ofMinutes(2);
    /** Larger than any object, and twice of it still has 18 digits. */
    private static final long MAX_OFFSET = 1L << 58;

    private static final long SLOWEST_BYTES_PER_SECOND = 256 << 10;
    private static final Pattern PREFIX =
            Pattern.compile("([A-Za-z0-9_-][A-Za-z0-9._-]*(/[A-Za-z0-9_-][A-Za-z0-9._-]*)*/?)?");

    private final URI server;
    private final SignedAddress.Signer signer;
    private final Path temporary;
    private final Clock clock;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    /**
     * @param server scheme, host and port
     * @param signer the secret which the server has as well
     * @param temporary a folder for what is on its way, made when absent
     */
    public HttpObjectStore(URI server, SignedAddress.Signer signer, Path temporary, Clock clock) {
        this.server = server;
        this.signer = signer;
        this.temporary = temporary;
        this.clock = clock;
    }

    @Override
    public void close() {
        http.close();
    }

    @Override
    public StoredObject put(ObjectKey key, InputStream content) throws IOException {
        Path file = temporaryFile(key);
        try {
            Files.copy(content, file, StandardCopyOption.REPLACE_EXISTING);
            return put(key, file);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private Path temporaryFile(ObjectKey key) {
        try {
            return Files.createTempFile(Files.createDirectories(temporary), "object-", "");
        } catch (IOException e) {
            throw new StorageException(key + " cannot be stored", e);
        }
    }

    @Override
    public StoredObject put(ObjectKey key, Path file) {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new IllegalArgumentException("not a file: " + file);
        }
        try (InputStream content = Files.newInputStream(file)) {
            String sha256 = Sha256.of(content, Long.MAX_VALUE).hex();
            HttpRequest request = request(Action.PUT, key.value())
                    .PUT(BodyPublishers.ofFile(file))
                    .header(ObjectHeaders.SHA256, sha256)
                    .timeout(ANSWER.plusSeconds(Files.size(file) / SLOWEST_BYTES_PER_SECOND))
                    .build();
            HttpResponse<byte[]> answer = send(request, BodyHandlers.ofByteArray());
            StoredObject stored = switch (answer.statusCode()) {
                case 200 -> described(key, answer);
                default -> throw refused(key, answer.statusCode(), answer.body());
            };
            Files.delete(file);
            return stored;
        } catch (IOException e) {
            throw new StorageException(key + " cannot be stored", e);
        }
    }

    @Override
    public Optional<StoredObject> stat(ObjectKey key) {
        HttpResponse<byte[]> answer = send(
                request(Action.STAT, key.value())
                        .method("HEAD", BodyPublishers.noBody())
                        .build(),
                BodyHandlers.ofByteArray());
        return switch (answer.statusCode()) {
            case 200 -> Optional.of(described(key, answer));
            case 404 -> Optional.empty();
            default -> throw refused(key, answer.statusCode(), answer.body());
        };
    }

    @Override
    public Optional<InputStream> open(ObjectKey key) {
        HttpResponse<InputStream> answer =
                send(request(Action.GET, key.value()).GET().build(), BodyHandlers.ofInputStream());
        return switch (answer.statusCode()) {
            case 200 -> Optional.of(new CheckedObjectStream(answer.body(), described(key, answer)));
            case 404 -> {
                close(answer);
                yield Optional.empty();
            }
            default -> throw refused(key, answer);
        };
    }

    @Override
    public Optional<InputStream> openRange(ObjectKey key, long offset, long length) {
        if (offset < 0 || length < 0) {
            throw new IllegalArgumentException("a range begins at 0 or later and has 0 or more bytes");
        }
        long last = Math.min(MAX_OFFSET, offset) + Math.min(MAX_OFFSET, Math.max(0, length - 1));
        if (length == 0) {
            return stat(key).map(_ -> InputStream.nullInputStream());
        }
        HttpResponse<InputStream> answer = send(
                request(Action.GET, key.value())
                        .GET()
                        .header("Range", "bytes=" + Math.min(MAX_OFFSET, offset) + "-" + last)
                        .build(),
                BodyHandlers.ofInputStream());
        return switch (answer.statusCode()) {
            case 206 -> Optional.of(answer.body());
            case 416 -> {
                close(answer);
                yield Optional.of(InputStream.nullInputStream());
            }
            case 404 -> {
                close(answer);
                yield Optional.empty();
            }
            default -> throw refused(key, answer);
        };
    }

    @Override
    public boolean delete(ObjectKey key) {
        HttpResponse<byte[]> answer =
                send(request(Action.DELETE, key.value()).DELETE().build(), BodyHandlers.ofByteArray());
        return switch (answer.statusCode()) {
            case 204 -> true;
            case 404 -> false;
            default -> throw refused(key, answer.statusCode(), answer.body());
        };
    }

    @Override
    public Stream<StoredObject> list(String prefix) {
        if (!PREFIX.matcher(prefix).matches()) {
            throw new IllegalArgumentException("not the beginning of a key");
        }
        HttpResponse<byte[]> answer = send(request(Action.LIST, prefix).GET().build(), BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw refused(prefix, answer.statusCode(), answer.body());
        }
        return new String(answer.body(), StandardCharsets.UTF_8).lines().map(HttpObjectStore::listed);
    }

    private static StoredObject listed(String line) {
        String[] parts = line.split(" ", -1);
        return new StoredObject(
                new ObjectKey(parts[0]),
                Long.parseLong(parts[1]),
                parts[2],
                Instant.ofEpochMilli(Long.parseLong(parts[3])));
    }

    @Override
    public Verification verify(ObjectKey key) {
        HttpResponse<byte[]> answer = send(
                request(Action.VERIFY, key.value())
                        .POST(BodyPublishers.noBody())
                        .build(),
                BodyHandlers.ofByteArray());
        return switch (answer.statusCode()) {
            case 200 -> new Verification.Intact(described(key, answer));
            case 404 -> new Verification.Missing(key);
            case 409 -> new Verification.Corrupt(key, new String(answer.body(), StandardCharsets.UTF_8));
            default -> throw refused(key, answer.statusCode(), answer.body());
        };
    }

    private HttpRequest.Builder request(Action action, String key) {
        SignedAddress address = SignedAddress.sign(action, key, clock.instant().plus(VALID), signer);
        return HttpRequest.newBuilder(server.resolve(address.path())).timeout(ANSWER);
    }

    private <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> body) {
        try {
            return http.send(request, body);
        } catch (IOException e) {
            throw new StoreAwayException("the object store at " + server + " is not reached: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreAwayException("interrupted", e);
        }
    }

    private static StoredObject described(ObjectKey key, HttpResponse<?> answer) {
        return ObjectHeaders.read(key, name -> answer.headers().firstValue(name));
    }

    private static StorageException refused(ObjectKey key, HttpResponse<InputStream> answer) {
        try (InputStream body = answer.body()) {
            return refused(key, answer.statusCode(), body.readNBytes(1000));
        } catch (IOException e) {
            return new StoreAwayException(key + " is not answered", e);
        }
    }

    private static StorageException refused(Object what, int status, byte[] body) {
        String said = what + ": " + new String(body, StandardCharsets.UTF_8) + " (" + status + ")";
        IOException cause = new IOException(said);
        return switch (status) {
            case 507 -> new StorageFullException(said, cause);
            // Refused addresses too: the clocks or the sites differ, which is this machine's fault and not the
            // object's.
            case 403, 502, 503, 504 -> new StoreAwayException(said, cause);
            default -> new StorageException(said, cause);
        };
    }

    private static void close(HttpResponse<InputStream> answer) {
        try {
            answer.body().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
