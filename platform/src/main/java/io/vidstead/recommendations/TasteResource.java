package io.vidstead.recommendations;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vidstead.accounts.Accounts;
import io.vidstead.catalog.Author;
import io.vidstead.catalog.Category;
import io.vidstead.kernel.Caller;
import io.vidstead.kernel.UserId;
import io.vidstead.kernel.VideoId;
import io.vidstead.recommendations.Choices.Weights;
import io.vidstead.recommendations.TasteProfile.Known;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/me/taste}: what recommendations think the caller likes, to be seen and edited. */
@Path("/api/v1/me/taste")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class TasteResource {

    /** How much more, or less, of each, from -2 to 2. What is left out stays as it is. */
    record WeightsTold(
            @Min(-2) @Max(2) @Nullable Integer fresh,
            @Min(-2) @Max(2) @Nullable Integer subscriptions,
            @Min(-2) @Max(2) @Nullable Integer shorter) {

        Weights over(Weights before) {
            return new Weights(
                    fresh == null ? before.fresh() : fresh,
                    subscriptions == null ? before.subscriptions() : subscriptions,
                    shorter == null ? before.shorter() : shorter);
        }
    }

    /** What is left out stays as it is. */
    record Changes(
            @Nullable Boolean personalised,
            @Valid @Nullable WeightsTold weights,
            @Size(max = 15) @Nullable List<@NotNull String> categories) {}

    private final Tastes tastes;
    private final TasteProfile profile;
    private final Accounts accounts;
    private final Caller caller;

    TasteResource(Tastes tastes, TasteProfile profile, Accounts accounts, Caller caller) {
        this.tastes = tastes;
        this.profile = profile;
        this.accounts = accounts;
        this.caller = caller;
    }

    @GET
    public Known get() {
        UserId user = caller.require();
        Taste taste = tastes.find(user);
        List<Author> refused = accounts.findAll(Set.copyOf(taste.refusedChannels())).values().stream()
                .map(Author::of)
                .sorted(Comparator.comparing(Author::username))
                .toList();
        return profile.of(caller, taste, refused);
    }

    /** Switching personalisation off empties the profile. */
    @PATCH
    @Consumes(MediaType.APPLICATION_JSON)
    public Known change(@NotNull @Valid Changes changes) {
        UserId user = caller.require();
        List<String> codes = changes.categories();
        Set<Category> picked = codes == null
                ? Set.of()
                : codes.stream().map(RecommendationResource::category).collect(Collectors.toSet());
        tastes.choose(
                user,
                before -> new Choices(
                        changes.personalised() == null ? before.personalised() : changes.personalised(),
                        changes.weights() == null
                                ? before.weights()
                                : changes.weights().over(before.weights()),
                        codes == null ? before.categories() : picked));
        return get();
    }

    /** Forgets all that was learned and all that was refused. */
    @DELETE
    public void reset() {
        tastes.reset(caller.require());
    }

    /** Forgets what was learned from one video. */
    @DELETE
    @Path("videos/{video}")
    public void forget(@PathParam("video") VideoId video) {
        tastes.forget(caller.require(), video);
    }
}
