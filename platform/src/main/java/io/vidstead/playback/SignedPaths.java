package io.vidstead.playback;

import io.vidstead.catalog.PlaybackLinks;
import io.vidstead.kernel.SigningKey;
import io.vidstead.kernel.UserId;
import io.vidstead.kernel.VideoId;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

/**
 * Addresses of media folders. Those of what only some may watch are {@code /media/{video}/{expiry}-{viewer}/{signature}/}: the
 * signature, an HMAC-SHA256 over video, expiry and viewer, stands in the folder, so that the relative addresses in manifests
 * inherit it.
 */
@ApplicationScoped
class SignedPaths implements PlaybackLinks {

    private static final String PURPOSE = "media";
    private static final long HOUR = Duration.ofHours(1).toSeconds();
    /** Long enough for the longest film, paused for dinner. */
    private static final long HOURS_VALID = 12;

    private final SigningKey key;
    private final Clock clock;

    SignedPaths(SigningKey key, Clock clock) {
        this.key = key;
        this.clock = clock;
    }

    /** The expiry is at a full hour, so that the same address is given, and kept by browsers, for an hour. */
    @Override
    public String folder(VideoId video, UserId viewer) {
        long expiry = (clock.instant().getEpochSecond() / HOUR + 1 + HOURS_VALID) * HOUR;
        String signature = Base64.getUrlEncoder().withoutPadding().encodeToString(sign(video, expiry, viewer));
        return "/media/" + video + "/" + expiry + "-" + viewer + "/" + signature + "/";
    }

    @Override
    public String folder(VideoId video) {
        return "/media/" + video + "/";
    }

    @Override
    public String license(VideoId video) {
        return "/api/v1/videos/" + video + "/license";
    }

    /** Whether these parts of a path were made here and have not expired. */
    boolean valid(VideoId video, MediaPath.Signature path) {
        byte[] given;
        try {
            given = Base64.getUrlDecoder().decode(path.value());
        } catch (IllegalArgumentException _) {
            return false;
        }
        return MessageDigest.isEqual(sign(video, path.expiry(), path.viewer()), given)
                && clock.instant().isBefore(Instant.ofEpochSecond(path.expiry()));
    }

    private byte[] sign(VideoId video, long expiry, UserId viewer) {
        return key.sign(PURPOSE, (video + "/" + expiry + "/" + viewer).getBytes(StandardCharsets.UTF_8));
    }
}
