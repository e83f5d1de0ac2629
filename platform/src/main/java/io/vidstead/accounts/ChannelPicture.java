package io.vidstead.accounts;

import io.vidstead.engines.objects.ObjectKey;
import io.vidstead.kernel.UserId;
import io.vidstead.media.images.ImageSpec;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The two pictures of a channel, and how they are named in addresses and in the object store. */
enum ChannelPicture {
    AVATAR(ImageSpec.AVATAR),
    BANNER(ImageSpec.BANNER);

    static final String PATH = "/media/channels/";
    private static final Pattern FILE =
            Pattern.compile("([0-9A-HJKMNP-TV-Z]{13})-((?:avatar|banner)-[0-9a-f]{16}\\.jpg)");

    private final ImageSpec spec;

    ChannelPicture(ImageSpec spec) {
        this.spec = spec;
    }

    ImageSpec spec() {
        return spec;
    }

    @Nullable
    String url(User user) {
        return this == AVATAR ? user.avatarUrl() : user.bannerUrl();
    }

    /** Never the same for other content: it may be cached for ever. */
    String url(UserId user, String sha256) {
        return PATH + user + "-" + fileName(sha256);
    }

    ObjectKey key(UserId user, String sha256) {
        return ObjectKey.of("avatars", user.toString(), fileName(sha256));
    }

    /** The object behind the last part of an address. */
    static Optional<ObjectKey> keyOf(String file) {
        Matcher match = FILE.matcher(file);
        return match.matches()
                ? Optional.of(ObjectKey.of("avatars", match.group(1), match.group(2)))
                : Optional.empty();
    }

    private String fileName(String sha256) {
        return name().toLowerCase(Locale.ROOT) + "-" + sha256.substring(0, 16) + ".jpg";
    }
}
