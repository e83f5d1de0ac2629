package io.vidstead.catalog;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vidstead.accounts.Accounts;
import io.vidstead.accounts.Profile;
import io.vidstead.engines.cache.LastKnown.Known;
import io.vidstead.kernel.Caller;
import io.vidstead.kernel.PageRequest;
import io.vidstead.kernel.Problem;
import io.vidstead.kernel.UserId;
import io.vidstead.kernel.VideoId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/videos}: lists, pages and edits. */
@Path("/api/v1/videos")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class VideoResource {

    private static final ViewerStates.ViewerState UNKNOWN = new ViewerStates.ViewerState(null, null);

    private final VideoPages pages;
    private final VideoEditor editor;
    private final CustomThumbnails thumbnails;
    private final Renderer renderer;
    private final Accounts accounts;
    private final WatchPositions positions;
    private final ViewerStates viewers;
    private final Entitlements entitlements;
    private final Caller caller;

    VideoResource(
            VideoPages pages,
            VideoEditor editor,
            CustomThumbnails thumbnails,
            Renderer renderer,
            Accounts accounts,
            WatchPositions positions,
            ViewerStates viewers,
            Entitlements entitlements,
            Caller caller) {
        this.pages = pages;
        this.editor = editor;
        this.thumbnails = thumbnails;
        this.renderer = renderer;
        this.accounts = accounts;
        this.positions = positions;
        this.viewers = viewers;
        this.entitlements = entitlements;
        this.caller = caller;
    }

    @GET
    public Response list(
            @QueryParam("category") @Nullable String category,
            @QueryParam("channel") @Nullable String channel,
            @QueryParam("sort") @DefaultValue("newest") String sort,
            @QueryParam("page") @Nullable Integer page,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context HttpHeaders headers) {
        var key = new VideoPages.ListKey(
                new VideoFilter.Public(
                        Optional.ofNullable(category).map(VideoResource::category),
                        Optional.ofNullable(channel).map(this::owner)),
                order(sort),
                PageRequest.of(page, limit, cursor));
        Known<VideoPages.Listed> listed = pages.list(key);
        Answers answers = answers(headers);
        Parts parts = new Parts();
        Response answer = caller.userId()
                .map(viewer -> answers.personal(completed(listed.value().page(), viewer, parts)))
                .orElseGet(() -> answers.shared(listed.value().answer()));
        return parts.mark(answer, listed.age());
    }

    @GET
    @Path("{id}")
    public Response get(@PathParam("id") VideoId id, @Context HttpHeaders headers) {
        return page(id, answers(headers));
    }

    private Response page(VideoId id, Answers answers) {
        Known<Optional<VideoPages.Paged>> known = pages.page(id);
        VideoPages.Paged page = known.value().orElseThrow(Catalog::notFound);
        if (!Visibility.to(caller, page.view().video())) {
            throw Catalog.notFound();
        }
        Parts parts = new Parts();
        Response answer = caller.userId()
                .map(viewer -> answers.personal(completed(page, viewer, parts)))
                .orElseGet(() -> answers.shared(page.answer()));
        return parts.mark(answer, known.age());
    }

    @PATCH
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response edit(
            @PathParam("id") VideoId id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid VideoChanges changes) {
        editor.edit(caller, id, ifMatch, changes);
        return page(id, new Answers(null, null));
    }

    @DELETE
    @Path("{id}")
    public void delete(@PathParam("id") VideoId id) {
        editor.delete(caller, id);
    }

    /** The body is a JPEG, PNG, WebP or GIF picture. */
    @PUT
    @Path("{id}/thumbnail")
    @Consumes(MediaType.WILDCARD)
    public Response setThumbnail(@PathParam("id") VideoId id, InputStream picture) {
        thumbnails.set(caller, id, picture);
        return page(id, new Answers(null, null));
    }

    @GET
    @Path("{id}/status")
    public StatusPayload status(@PathParam("id") VideoId id) {
        VideoView view = pages.view(id);
        if (!Visibility.to(caller, view.video())) {
            throw Catalog.notFound();
        }
        return renderer.status(view);
    }

    private Answer completed(VideoList page, UserId viewer, Parts parts) {
        List<VideoId> videos = page.videos().stream().map(VideoCard::videoId).toList();
        Map<VideoId, Integer> watched = parts.ask("watch-position", () -> positions.find(viewer, videos), Map.of());
        return Answer.of(pages.write(new VideoList(
                page.videos().stream()
                        .map(card -> card.watched(watched.get(card.videoId())))
                        .toList(),
                page.pagination())));
    }

    private Answer completed(VideoPages.Paged page, UserId viewer, Parts parts) {
        Video video = page.view().video();
        Integer position = parts.ask(
                        "watch-position", () -> positions.find(viewer, List.of(video.id())), Map.<VideoId, Integer>of())
                .get(video.id());
        boolean guarded = video.premium() || video.details().privacy() == Privacy.PRIVATE;
        VideoPayload forViewer = guarded && entitlements.mayPlay(caller, video)
                ? renderer.page(page.view(), Optional.of(viewer))
                : page.payload();
        boolean own = viewer.equals(video.owner());
        VideoPayload payload = forViewer.seenBy(
                own,
                own ? Long.valueOf(page.view().counts().dislikes()) : forViewer.dislikeCount(),
                position,
                parts.ask("viewer", () -> viewers.find(viewer, video.id(), video.owner()), UNKNOWN));
        return Answer.of(pages.write(payload), video.version());
    }

    private static Answers answers(HttpHeaders headers) {
        return new Answers(
                headers.getHeaderString(HttpHeaders.IF_NONE_MATCH),
                headers.getHeaderString(HttpHeaders.ACCEPT_ENCODING));
    }

    private static Category category(String code) {
        return Category.find(code).orElseThrow(() -> Problem.caller("bad_category", "There is no such category."));
    }

    private UserId owner(String username) {
        return accounts.byUsername(username)
                .map(Profile::userId)
                .orElseThrow(() -> Problem.notFound("channel_not_found", "There is no such channel."));
    }

    private static VideoOrder order(String sort) {
        return VideoOrder.find(sort)
                .filter(order -> order == VideoOrder.NEWEST || order == VideoOrder.POPULAR)
                .orElseThrow(() -> Problem.caller("bad_sort", "sort must be newest or popular."));
    }
}
