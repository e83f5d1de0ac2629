package io.vidstead.uploads;

import io.vidstead.catalog.Catalog;
import io.vidstead.catalog.Replacements;
import io.vidstead.catalog.VideoDetails;
import io.vidstead.engines.limits.Rate;
import io.vidstead.engines.limits.RateLimiter;
import io.vidstead.engines.limits.RateLimiter.Decision;
import io.vidstead.kernel.Ids;
import io.vidstead.kernel.Problem;
import io.vidstead.kernel.Settings;
import io.vidstead.kernel.Transactions;
import io.vidstead.kernel.UserId;
import io.vidstead.kernel.VideoId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** How an upload begins: within a user's rate and quota, and once for each {@link IdempotencyKey}. */
@ApplicationScoped
class Declarations {

    private static final int MAX_OPEN = 100;

    private final Settings.Uploads settings;
    private final Rate rate;
    private final RateLimiter limiter;
    private final Transactions transactions;
    private final UploadStore store;
    private final UploadKeys keys;
    private final StorageQuota quota;
    private final Catalog catalog;
    private final Replacements replacements;
    private final Ids ids;
    private final Clock clock;

    Declarations(
            Settings.Uploads settings,
            RateLimiter limiter,
            Transactions transactions,
            UploadStore store,
            UploadKeys keys,
            StorageQuota quota,
            Catalog catalog,
            Replacements replacements,
            Ids ids,
            Clock clock) {
        this.settings = settings;
        this.rate = Rate.of(settings.perHour(), Duration.ofHours(1));
        this.limiter = limiter;
        this.transactions = transactions;
        this.store = store;
        this.keys = keys;
        this.quota = quota;
        this.catalog = catalog;
        this.replacements = replacements;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Reserves a file's size and makes its video.
     *
     * @throws Problem limited, too large, or a key used otherwise (422)
     */
    Upload take(UserId owner, NewUpload request, Optional<IdempotencyKey> key) {
        if (request.size() > settings.maxSize().bytes()) {
            throw Problem.caller("file_too_large", "A file may have at most " + settings.maxSize() + ".")
                    .status(413)
                    .with("max_bytes", settings.maxSize().bytes());
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return key.flatMap(name -> transactions.read(handle -> keys.find(handle, owner, name, request, now)))
                .orElseGet(() -> {
                    requireRate(owner);
                    return transactions.call(tx -> takeOnce(tx, owner, request, key, now));
                });
    }

    private void requireRate(UserId owner) {
        if (limiter.attempt("uploads:" + owner, rate) instanceof Decision.Limited limited) {
            throw Problem.limited(
                    "uploads_too_often",
                    "At most " + settings.perHour() + " uploads may be begun in an hour.",
                    limited.retryAfter());
        }
    }

    private Upload takeOnce(Handle tx, UserId owner, NewUpload request, Optional<IdempotencyKey> key, Instant now) {
        quota.lock(tx, owner);
        // Again, because one that came at the same time may have held the lock until now.
        return key.flatMap(name -> keys.find(tx, owner, name, request, now)).orElseGet(() -> {
            Upload upload = create(tx, owner, request, now);
            key.ifPresent(name -> keys.insert(tx, name, request, upload, now));
            return upload;
        });
    }

    private Upload create(Handle tx, UserId owner, NewUpload request, Instant now) {
        quota.charge(tx, owner, request.size());
        if (store.countOpen(tx, owner) >= MAX_OPEN) {
            throw Problem.limited(
                    "too_many_uploads", "At most " + MAX_OPEN + " uploads may be open at once.", Duration.ofMinutes(1));
        }
        VideoId video = switch (request.purpose()) {
            case NewUpload.Purpose.NewVideo(var details, var premium) -> draft(tx, owner, details, premium);
            case NewUpload.Purpose.Replacing(var replaced) -> {
                replacements.begin(tx, owner, replaced, request.size());
                yield replaced;
            }
        };
        Upload upload = new Upload(
                new UploadId(ids.newNumber()),
                video,
                owner,
                request.size(),
                0,
                request.selfCompleting(),
                request.purpose() instanceof NewUpload.Purpose.Replacing,
                Upload.State.OPEN,
                now.plus(settings.expiry()));
        store.insert(tx, upload, request, now);
        return upload;
    }

    private VideoId draft(Handle tx, UserId owner, VideoDetails details, boolean premium) {
        VideoId video = catalog.createDraft(tx, owner, details);
        if (premium) {
            catalog.setPremium(tx, video, true);
        }
        return video;
    }
}
