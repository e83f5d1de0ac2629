package io.vidstead.accounts;

import io.vidstead.accounts.Answers.Me;
import io.vidstead.engines.objects.ObjectKey;
import io.vidstead.engines.objects.ObjectStore;
import io.vidstead.kernel.Pictures;
import io.vidstead.kernel.Problem;
import io.vidstead.kernel.UserId;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Avatars and banners. */
@ApplicationScoped
class ChannelPictures {

    private final Members members;
    private final Pictures pictures;
    private final ObjectStore objects;

    ChannelPictures(Members members, Pictures pictures, ObjectStore objects) {
        this.members = members;
        this.pictures = pictures;
        this.objects = objects;
    }

    /** @throws Problem caller, with the reason's code, when the picture is refused */
    Me put(UserId user, ChannelPicture picture, InputStream content) {
        return pictures.take(content, picture.spec(), fresh -> {
            String sha256 = sha256(fresh.file());
            objects.put(picture.key(user, sha256), fresh.file());
            return replace(user, picture, picture.url(user, sha256));
        });
    }

    Me delete(UserId user, ChannelPicture picture) {
        return replace(user, picture, null);
    }

    private Me replace(UserId user, ChannelPicture picture, @Nullable String url) {
        @Nullable String[] old = {null};
        Me me = members.change(user, before -> {
            old[0] = picture.url(before);
            return picture == ChannelPicture.AVATAR ? before.withAvatar(url) : before.withBanner(url);
        });
        if (old[0] != null && !old[0].equals(url)) {
            ChannelPicture.keyOf(old[0].substring(ChannelPicture.PATH.length()))
                    .ifPresent((ObjectKey key) -> objects.delete(key));
        }
        return me;
    }

    private static String sha256(Path file) throws IOException {
        try (DigestInputStream in =
                new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(in.getMessageDigest().digest());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }
}
