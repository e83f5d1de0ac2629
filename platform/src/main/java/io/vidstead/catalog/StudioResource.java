package io.vidstead.catalog;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vidstead.kernel.Caller;
import io.vidstead.kernel.PageRequest;
import io.vidstead.kernel.Pagination;
import io.vidstead.kernel.Problem;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/me/videos}: all of the caller's own videos, in every state. Never kept. */
@Path("/api/v1/me/videos")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class StudioResource {

    private static final int MAX_TITLE_PART = 255;

    private final VideoPages pages;
    private final Renderer renderer;
    private final Caller caller;

    StudioResource(VideoPages pages, Renderer renderer, Caller caller) {
        this.pages = pages;
        this.renderer = renderer;
        this.caller = caller;
    }

    /** @param titlePart what the title contains, in any letter case */
    @GET
    public StudioList list(
            @QueryParam("q") @Nullable String titlePart,
            @QueryParam("status") @Nullable String status,
            @QueryParam("sort") @DefaultValue("newest") String sort,
            @QueryParam("page") @Nullable Integer page,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        var filter = new VideoFilter.Own(
                caller.require(),
                Optional.ofNullable(titlePart).filter(part -> !part.isBlank()).map(StudioResource::titlePart),
                Optional.ofNullable(status).map(StudioResource::status));
        var key = new VideoPages.ListKey(filter, order(sort), PageRequest.of(page, limit, cursor));
        List<Card> read = pages.read(key);
        Pagination pagination = pages.pagination(key, read);
        return new StudioList(renderer.studio(read.subList(0, Math.min(read.size(), pagination.limit()))), pagination);
    }

    private static String titlePart(String part) {
        if (part.length() > MAX_TITLE_PART || part.indexOf(0) >= 0) {
            throw Problem.caller("bad_query", "q must be a part of a title.");
        }
        return part.strip();
    }

    private static VideoFilter.Status status(String code) {
        for (VideoFilter.Status status : VideoFilter.Status.values()) {
            if (status.name().toLowerCase(Locale.ROOT).equals(code)) {
                return status;
            }
        }
        throw Problem.caller("bad_status", "status must be uploading, processing, ready or failed.");
    }

    private static VideoOrder order(String sort) {
        return switch (sort) {
            case "newest" -> VideoOrder.LATEST;
            case "oldest" -> VideoOrder.OLDEST;
            case "title" -> VideoOrder.TITLE;
            case "views" -> VideoOrder.VIEWS;
            default -> throw Problem.caller("bad_sort", "sort must be newest, oldest, title or views.");
        };
    }
}
