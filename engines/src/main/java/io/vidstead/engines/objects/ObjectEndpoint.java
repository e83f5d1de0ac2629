package io.vidstead.engines.objects;

import io.vidstead.engines.objects.ObjectStore.Verification;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The far end of {@link HttpObjectStore}: answers its requests out of a store of this process. It knows no HTTP server; whoever
 * has one hands requests in. Answers nothing to an address that was not signed. Thread-safe; blocks.
 */
public final class ObjectEndpoint {

    /** The header that holds a put's digest. */
    public static final String DIGEST = ObjectHeaders.SHA256;

    private static final Pattern RANGE = Pattern.compile("bytes=(\\d{1,18})-(\\d{1,18})");
    private static final int LOOKS = 100;

    private final ObjectStore objects;
    private final StagingObjects stages;
    private final SignedAddress.Signer signer;
    private final Clock clock;

    /** @param stages of the same store */
    public ObjectEndpoint(ObjectStore objects, StagingObjects stages, SignedAddress.Signer signer, Clock clock) {
        this.objects = objects;
        this.stages = stages;
        this.signer = signer;
        this.clock = clock;
    }

    /**
     * A request.
     *
     * @param range the header {@code Range}
     * @param sha256 what a put should have, in hexadecimal digits
     * @param body of a put; not closed here
     */
    public record Request(
            String method, String path, Optional<String> range, Optional<String> sha256, InputStream body) {}

    /**
     * An answer.
     *
     * @param length of the body
     * @param body to be sent, and closed, by who asked
     */
    public record Answer(int status, Map<String, String> headers, long length, InputStream body) {
        static Answer described(StoredObject object) {
            return of(200, ObjectHeaders.of(object));
        }

        static Answer missing() {
            return of(404, Map.of());
        }

        static Answer of(int status, Map<String, String> headers) {
            return new Answer(status, headers, 0, InputStream.nullInputStream());
        }

        static Answer of(int status, String text) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            return new Answer(status, Map.of(), bytes.length, new ByteArrayInputStream(bytes));
        }
    }

    /** @throws IOException when the request's body failed */
    public Answer answer(Request request) throws IOException {
        Optional<SignedAddress> address = SignedAddress.parse(request.path())
                .filter(signed -> signed.permits(request.method(), signer, clock.instant()));
        if (address.isEmpty()) {
            return Answer.of(403, "the address was altered, has expired, or the clocks of both machines differ");
        }
        try {
            return answer(address.get(), request);
        } catch (IllegalArgumentException e) {
            return Answer.of(400, String.valueOf(e.getMessage()));
        } catch (StorageFullException e) {
            return Answer.of(507, String.valueOf(e.getMessage()));
        } catch (StorageException e) {
            return Answer.of(500, String.valueOf(e.getMessage()));
        }
    }

    private Answer answer(SignedAddress address, Request request) throws IOException {
        if (address.action() == SignedAddress.Action.LIST) {
            return list(address.key());
        }
        ObjectKey key = new ObjectKey(address.key());
        return switch (address.action()) {
            case STAT -> objects.stat(key).map(Answer::described).orElseGet(Answer::missing);
            case GET -> get(key, request.range());
            case PUT -> put(key, request);
            case DELETE -> objects.delete(key) ? Answer.of(204, Map.of()) : Answer.missing();
            case VERIFY -> verify(key);
            case LIST -> throw new AssertionError();
        };
    }

    private Answer list(String prefix) {
        try (Stream<StoredObject> all = objects.list(prefix)) {
            return Answer.of(
                    200,
                    all.map(object -> object.key() + " " + object.size() + " " + object.sha256() + " "
                                    + object.created().toEpochMilli() + "\n")
                            .collect(Collectors.joining()));
        }
    }

    private Answer verify(ObjectKey key) {
        return switch (objects.verify(key)) {
            case Verification.Intact intact -> Answer.described(intact.object());
            case Verification.Missing _ -> Answer.missing();
            case Verification.Corrupt corrupt -> Answer.of(409, corrupt.reason());
        };
    }

    /** What is sent and what is told of it belong together, also while others replace the object. */
    private Answer get(ObjectKey key, Optional<String> range) throws IOException {
        for (int look = 0; look < LOOKS; look++) {
            Optional<StoredObject> before = objects.stat(key);
            if (before.isEmpty()) {
                return Answer.missing();
            }
            Answer answer = get(before.get(), range);
            if (objects.stat(key).equals(before)) {
                return answer;
            }
            answer.body().close();
        }
        throw new StorageException(key + " is replaced all the time");
    }

    private Answer get(StoredObject object, Optional<String> range) {
        Map<String, String> headers = new HashMap<>(ObjectHeaders.of(object));
        long from = 0;
        long length = object.size();
        if (range.isPresent()) {
            Matcher wanted = RANGE.matcher(range.get());
            if (!wanted.matches()) {
                throw new IllegalArgumentException("not a range");
            }
            from = Long.parseLong(wanted.group(1));
            length = Math.min(Long.parseLong(wanted.group(2)), object.size() - 1) - from + 1;
            if (length <= 0) {
                return Answer.of(416, headers);
            }
            headers.put("Content-Range", "bytes " + from + "-" + (from + length - 1) + "/" + object.size());
        }
        InputStream content = objects.openRange(object.key(), from, length).orElseGet(InputStream::nullInputStream);
        return new Answer(range.isPresent() ? 206 : 200, headers, length, content);
    }

    /** Visible whole or not at all, and only with the digest that was announced. */
    private Answer put(ObjectKey key, Request request) throws IOException {
        byte[] digest =
                HexFormat.of().parseHex(request.sha256().orElseThrow(() -> new IllegalArgumentException("no digest")));
        StagedObject stage = stages.stage("put-" + UUID.randomUUID());
        try {
            stage.append(0, request.body(), Long.MAX_VALUE, new ExpectedDigest("SHA-256", digest));
            return Answer.described(stage.commit(key));
        } catch (DigestMismatchException _) {
            return Answer.of(422, "the bytes that came are not those that were sent");
        } finally {
            stage.discard();
        }
    }
}
