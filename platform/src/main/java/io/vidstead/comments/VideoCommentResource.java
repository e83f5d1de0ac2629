package io.vidstead.comments;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vidstead.catalog.Catalog;
import io.vidstead.catalog.Video;
import io.vidstead.kernel.Caller;
import io.vidstead.kernel.PageRequest;
import io.vidstead.kernel.Problem;
import io.vidstead.kernel.UserId;
import io.vidstead.kernel.VideoId;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/videos/{id}/comments}: reads a video's comments and adds to them. */
@Path("/api/v1/videos/{id}/comments")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class VideoCommentResource {

    private static final Pattern REQUEST_KEY = Pattern.compile("[!-~]{1,255}");

    /** @param parentId null begins a thread */
    record Written(@Nullable String content, @Nullable String parentId) {}

    private final Catalog catalog;
    private final CommentPages pages;
    private final CommentRenderer renderer;
    private final Threads threads;
    private final CommentLimits limits;
    private final Caller caller;

    VideoCommentResource(
            Catalog catalog,
            CommentPages pages,
            CommentRenderer renderer,
            Threads threads,
            CommentLimits limits,
            Caller caller) {
        this.catalog = catalog;
        this.pages = pages;
        this.renderer = renderer;
        this.threads = threads;
        this.limits = limits;
        this.caller = caller;
    }

    /**
     * At most three statements.
     *
     * @param sort newest, top or oldest; threads come newest first, replies oldest first
     * @param parent those who answer this comment
     * @param root all below this comment, which begins a thread, whoever they answer
     */
    @GET
    public CommentPages.Page list(
            @PathParam("id") VideoId id,
            @QueryParam("page") @Nullable Integer page,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("sort") @Nullable String sort,
            @QueryParam("parent_id") @Nullable String parent,
            @QueryParam("root_id") @Nullable String root) {
        CommentQuery query = CommentQuery.of(id, sort, parent, root, PageRequest.of(page, limit, cursor));
        return pages.page(query, caller);
    }

    @POST
    public Response post(
            @PathParam("id") VideoId id,
            @HeaderParam("Idempotency-Key") @Nullable String requestKey,
            @NotNull Written written) {
        UserId user = caller.require();
        Video video = catalog.requireVisible(caller, id);
        CommentText text = CommentText.of(written.content());
        CommentId parent = written.parentId() == null ? null : CommentId.fromString(written.parentId());
        if (requestKey != null && !REQUEST_KEY.matcher(requestKey).matches()) {
            throw Problem.caller(
                    "bad_idempotency_key",
                    "Idempotency-Key must have 1 to 255 visible ASCII characters without spaces.");
        }
        limits.write(user);
        Reader reader = Reader.of(caller, video);
        Comment comment = threads.post(video, reader, user, text, parent, Optional.ofNullable(requestKey));
        return Response.status(Response.Status.CREATED)
                .entity(renderer.one(new CommentLists.Listed(CommentLists.Place.LISTED, comment, 0), reader))
                .build();
    }
}
