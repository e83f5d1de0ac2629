package io.vidstead.engines.push;

import io.vidstead.engines.http.PinnedConnection;
import io.vidstead.engines.http.PublicAddresses;
import io.vidstead.engines.push.PushSender.Outcome.Gone;
import io.vidstead.engines.push.PushSender.Outcome.Later;
import io.vidstead.engines.push.PushSender.Outcome.Refused;
import io.vidstead.engines.push.PushSender.Outcome.Taken;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Semaphore;

/** Web Push as browsers know it, over HTTP/1.1. A bounded number of connections at once; more calls wait. */
public final class WebPushSender implements PushSender {

    /**
     * @param contact whom push services may write to: {@code mailto:} or {@code https:}
     * @param strangers whether endpoints must be https at public addresses; false only where all users are trusted
     * @param connections at once
     */
    public record Options(URI contact, boolean strangers, int connections) {}

    private static final Duration LONGEST_WAIT = Duration.ofHours(6);
    private static final PinnedConnection.Limits LIMITS =
            new PinnedConnection.Limits(LIMIT.dividedBy(3), LIMIT.dividedBy(2), 0);

    private final VapidKeys keys;
    private final Options options;
    private final PinnedConnection connection = new PinnedConnection();
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Semaphore free;

    public WebPushSender(VapidKeys keys, Options options, Clock clock) {
        this.keys = keys;
        this.options = options;
        this.clock = clock;
        this.free = new Semaphore(options.connections());
    }

    @Override
    public byte[] publicKey() {
        return keys.publicBytes();
    }

    @Override
    public Outcome send(PushTarget target, PushMessage message) {
        URI endpoint = target.endpoint();
        if (!"https".equals(endpoint.getScheme()) && (options.strangers() || !"http".equals(endpoint.getScheme()))) {
            return new Refused("the endpoint is not https");
        }
        InetAddress address;
        try {
            address = InetAddress.getByName(endpoint.getHost());
        } catch (UnknownHostException _) {
            return new Later(Duration.ZERO);
        }
        if (options.strangers() && !PublicAddresses.isPublic(address)) {
            return new Refused("the endpoint is in a private network");
        }
        return post(target, message, address);
    }

    private Outcome post(PushTarget target, PushMessage message, InetAddress address) {
        byte[] body = encrypt(target, message);
        free.acquireUninterruptibly();
        try {
            return outcome(connection.post(target.endpoint(), address, headers(target, message), body, LIMITS));
        } catch (IOException _) {
            return new Later(Duration.ZERO);
        } finally {
            free.release();
        }
    }

    private byte[] encrypt(PushTarget target, PushMessage message) {
        byte[] salt = new byte[MessageEncryption.SALT_BYTES];
        random.nextBytes(salt);
        try {
            byte[] content = message.content().getBytes(StandardCharsets.UTF_8);
            return MessageEncryption.encrypt(content, target, P256.generate(), salt);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the target's key was checked, and all of this is part of every JDK", e);
        }
    }

    private Map<String, String> headers(PushTarget target, PushMessage message) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Authorization", VapidToken.header(keys, target.endpoint(), options.contact(), clock.instant()));
        headers.put("Content-Type", "application/octet-stream");
        headers.put("Content-Encoding", "aes128gcm");
        headers.put("TTL", String.valueOf(message.timeToLive().toSeconds()));
        headers.put("Urgency", message.urgency().name().toLowerCase(Locale.ROOT));
        headers.put("Topic", message.topic());
        return headers;
    }

    private static Outcome outcome(PinnedConnection.Answer answer) {
        int status = answer.status();
        if (status >= 200 && status < 300) {
            return new Taken();
        }
        if (status == 404 || status == 410) {
            return new Gone();
        }
        if (status == 429 || status >= 500) {
            return new Later(retryAfter(answer.headers().getOrDefault("retry-after", "")));
        }
        return new Refused("the push service answers " + status);
    }

    /** Seconds; dates are taken for no wish. */
    private static Duration retryAfter(String text) {
        if (!text.matches("\\d{1,9}")) {
            return Duration.ZERO;
        }
        Duration wait = Duration.ofSeconds(Long.parseLong(text));
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }
}
