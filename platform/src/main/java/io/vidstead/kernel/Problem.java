package io.vidstead.kernel;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An expected failure, told to the caller as RFC 9457 problem details.
 *
 * <p>The code is part of the API and never changes; the detail is for people and may. Nothing secret goes into either. A
 * problem carries no stack trace: it is an answer, not a fault.
 */
public final class Problem extends RuntimeException {

    /** What a caller can do about it; each kind has one HTTP status unless {@link #status} says otherwise. */
    public enum Kind {
        CALLER(400, "The request is not right"),
        UNAUTHENTICATED(401, "Sign in first"),
        FORBIDDEN(403, "Not allowed"),
        NOT_FOUND(404, "Not found"),
        CONFLICT(409, "Conflict with the current state"),
        LIMITED(429, "Too many requests"),
        UNAVAILABLE(503, "Not available at the moment"),
        STORAGE_FULL(507, "Storage is full"),
        INTERNAL(500, "Something went wrong here");

        private final int status;
        private final String title;

        Kind(int status, String title) {
            this.status = status;
            this.title = title;
        }

        public int status() {
            return status;
        }

        public String title() {
            return title;
        }
    }

    private final Kind kind;
    private final String code;
    private final String detail;
    private final int status;
    private final @Nullable Duration retryAfter;
    private final Map<String, Object> extra;

    private Problem(
            Kind kind,
            String code,
            String detail,
            int status,
            @Nullable Duration retryAfter,
            Map<String, Object> extra,
            @Nullable Throwable cause) {
        super(code + ": " + detail, cause, false, false);
        this.kind = kind;
        this.code = code;
        this.detail = detail;
        this.status = status;
        this.retryAfter = retryAfter;
        this.extra = extra;
    }

    public static Problem of(Kind kind, String code, String detail) {
        return new Problem(kind, code, detail, kind.status(), null, Map.of(), null);
    }

    public static Problem caller(String code, String detail) {
        return of(Kind.CALLER, code, detail);
    }

    public static Problem unauthenticated(String code, String detail) {
        return of(Kind.UNAUTHENTICATED, code, detail);
    }

    public static Problem forbidden(String code, String detail) {
        return of(Kind.FORBIDDEN, code, detail);
    }

    public static Problem notFound(String code, String detail) {
        return of(Kind.NOT_FOUND, code, detail);
    }

    public static Problem conflict(String code, String detail) {
        return of(Kind.CONFLICT, code, detail);
    }

    public static Problem limited(String code, String detail, Duration retryAfter) {
        return of(Kind.LIMITED, code, detail).retryAfter(retryAfter);
    }

    public static Problem unavailable(String code, String detail, Duration retryAfter) {
        return of(Kind.UNAVAILABLE, code, detail).retryAfter(retryAfter);
    }

    public static Problem storageFull(String code, String detail) {
        return of(Kind.STORAGE_FULL, code, detail);
    }

    public static Problem internal(String code, String detail, Throwable cause) {
        return new Problem(Kind.INTERNAL, code, detail, Kind.INTERNAL.status(), null, Map.of(), cause);
    }

    /** The same problem under a more exact HTTP status, such as 412, 413, 415, 416 or tus's 460. */
    public Problem status(int exactStatus) {
        return new Problem(kind, code, detail, exactStatus, retryAfter, extra, getCause());
    }

    /** The same problem with a Retry-After header. */
    public Problem retryAfter(Duration wait) {
        return new Problem(kind, code, detail, status, wait, extra, getCause());
    }

    /** The same problem with one more member in its JSON body; the value must be serialisable. */
    public Problem with(String member, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(extra);
        more.put(member, value);
        return new Problem(kind, code, detail, status, retryAfter, more, getCause());
    }

    public Kind kind() {
        return kind;
    }

    public String code() {
        return code;
    }

    public String detail() {
        return detail;
    }

    public int status() {
        return status;
    }

    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    public Map<String, Object> extra() {
        return extra;
    }
}
