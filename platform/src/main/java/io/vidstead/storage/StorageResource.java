package io.vidstead.storage;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vidstead.accounts.Accounts;
import io.vidstead.accounts.Profile;
import io.vidstead.catalog.OriginalLoss;
import io.vidstead.catalog.StorageSums;
import io.vidstead.catalog.StoredFiles;
import io.vidstead.kernel.Caller;
import io.vidstead.kernel.PageRequest;
import io.vidstead.kernel.Pagination;
import io.vidstead.kernel.Problem;
import io.vidstead.kernel.Role;
import io.vidstead.kernel.UserId;
import io.vidstead.kernel.VideoId;
import io.vidstead.uploads.Uploads;
import io.vidstead.views.Views;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/admin/storage}: who uses what. For administrators. */
@Path("/api/v1/admin/storage")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class StorageResource {

    private final StoredFiles files;
    private final StorageOverview overview;
    private final Uploads uploads;
    private final Views views;
    private final Accounts accounts;
    private final Caller caller;

    StorageResource(
            StoredFiles files,
            StorageOverview overview,
            Uploads uploads,
            Views views,
            Accounts accounts,
            Caller caller) {
        this.files = files;
        this.overview = overview;
        this.uploads = uploads;
        this.views = views;
        this.accounts = accounts;
        this.caller = caller;
    }

    /**
     * What a user's videos take.
     *
     * @param otherBytes pictures, captions, what was replaced or deleted and still waits to go
     * @param uploadingBytes of unfinished uploads, beside the total
     */
    record UserUse(
            UserId userId,
            String username,
            String displayName,
            long videos,
            long totalBytes,
            long originalBytes,
            long renditionBytes,
            long otherBytes,
            long uploadingBytes) {}

    record UserUses(List<UserUse> users, Pagination pagination) {}

    /** @param original {@code kept}, {@code dropped} or {@code damaged} */
    record VideoUse(
            VideoId videoId,
            String title,
            long totalBytes,
            long originalBytes,
            long renditionBytes,
            long otherBytes,
            String original,
            @Nullable Instant reducedAt,
            @Nullable Instant lastWatchedAt) {}

    record VideoUses(List<VideoUse> videos, Pagination pagination) {}

    @GET
    public StorageOverview.Payload all() {
        caller.require(Role.ADMINISTRATOR);
        return overview.measure();
    }

    /** The largest first. */
    @GET
    @Path("users")
    public UserUses users(@QueryParam("page") @Nullable Integer page, @QueryParam("limit") @Nullable Integer limit) {
        caller.require(Role.ADMINISTRATOR);
        PageRequest request = PageRequest.of(page, limit, null);
        StorageSums.Page<StorageSums.OfUser> sums = files.users(request.offset(), request.limit());
        Map<UserId, Long> underWay = uploads.underWay();
        Map<UserId, Profile> people = accounts.findAll(
                sums.entries().stream().map(StorageSums.OfUser::owner).collect(Collectors.toSet()));
        return new UserUses(
                sums.entries().stream()
                        .map(sum -> user(
                                sum,
                                Optional.ofNullable(people.get(sum.owner())),
                                underWay.getOrDefault(sum.owner(), 0L)))
                        .toList(),
                pagination(request, sums));
    }

    private static UserUse user(StorageSums.OfUser sum, Optional<Profile> profile, long underWay) {
        return new UserUse(
                sum.owner(),
                profile.map(Profile::username).orElse(""),
                profile.map(Profile::displayName).orElse(""),
                sum.videos(),
                sum.total(),
                sum.originals(),
                sum.renditions(),
                sum.others(),
                underWay);
    }

    /** The largest first. */
    @GET
    @Path("users/{user}/videos")
    public VideoUses videos(
            @PathParam("user") String user,
            @QueryParam("page") @Nullable Integer page,
            @QueryParam("limit") @Nullable Integer limit) {
        caller.require(Role.ADMINISTRATOR);
        PageRequest request = PageRequest.of(page, limit, null);
        StorageSums.Page<StorageSums.OfVideo> sums = files.videos(owner(user), request.offset(), request.limit());
        Map<VideoId, Instant> watched = views.lastWatched(
                sums.entries().stream().map(StorageSums.OfVideo::video).toList());
        return new VideoUses(
                sums.entries().stream()
                        .map(sum -> new VideoUse(
                                sum.video(),
                                sum.title(),
                                sum.total(),
                                sum.originals(),
                                sum.renditions(),
                                sum.others(),
                                sum.loss().map(OriginalLoss::code).orElse("kept"),
                                sum.reduced().orElse(null),
                                watched.get(sum.video())))
                        .toList(),
                pagination(request, sums));
    }

    private static UserId owner(String text) {
        try {
            return UserId.fromString(text);
        } catch (IllegalArgumentException _) {
            throw Problem.notFound("user_not_found", "There is no such user.");
        }
    }

    private static Pagination pagination(PageRequest request, StorageSums.Page<?> sums) {
        return new Pagination(
                request.page(),
                request.limit(),
                sums.total(),
                request.offset() + sums.entries().size() < sums.total(),
                null);
    }
}
