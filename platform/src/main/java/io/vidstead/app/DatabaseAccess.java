package io.vidstead.app;

import io.vidstead.engines.database.GuardedDataSource;
import io.vidstead.kernel.SigningKey;
import io.vidstead.kernel.UserId;
import io.vidstead.kernel.VideoId;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.sql.Types;
import java.util.random.RandomGenerator;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;

/** JDBI over the pool, taught the kernel's ids; and the site's signing key, which is kept in the database. */
@Singleton
class DatabaseAccess {

    private static final int KEY_BYTES = 32;

    @Produces
    @Singleton
    Jdbi jdbi(GuardedDataSource database) {
        return Jdbi.create(database).registerArgument(new UserIds()).registerArgument(new VideoIds());
    }

    @Produces
    @Singleton
    SigningKey signingKey(SiteSecrets secrets, RandomGenerator random) {
        return new SigningKey(secrets.keep("signing", () -> {
            byte[] fresh = new byte[KEY_BYTES];
            random.nextBytes(fresh);
            return fresh;
        }));
    }

    private static final class UserIds extends AbstractArgumentFactory<UserId> {

        UserIds() {
            super(Types.BIGINT);
        }

        @Override
        protected Argument build(UserId user, ConfigRegistry config) {
            return (position, statement, _) -> statement.setLong(position, user.value());
        }
    }

    private static final class VideoIds extends AbstractArgumentFactory<VideoId> {

        VideoIds() {
            super(Types.VARCHAR);
        }

        @Override
        protected Argument build(VideoId video, ConfigRegistry config) {
            return (position, statement, _) -> statement.setString(position, video.value());
        }
    }
}
