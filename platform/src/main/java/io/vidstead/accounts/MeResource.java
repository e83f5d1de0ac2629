package io.vidstead.accounts;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vidstead.accounts.Answers.Me;
import io.vidstead.kernel.Caller;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;

/** The signed-in user. */
@Path("/api/v1/me")
@RunOnVirtualThread
class MeResource {

    private final Members members;
    private final ChannelPictures pictures;
    private final Caller caller;

    MeResource(Members members, ChannelPictures pictures, Caller caller) {
        this.members = members;
        this.pictures = pictures;
        this.caller = caller;
    }

    @GET
    public Me me() {
        return members.require(caller.require());
    }

    @PATCH
    public Me change(@NotNull @Valid Requests.ProfileChange body) {
        return members.change(caller.require(), body);
    }

    @POST
    @Path("password")
    public void changePassword(@NotNull @Valid Requests.PasswordChange body) {
        members.changePassword(
                caller.require(),
                body.currentPassword(),
                body.newPassword(),
                caller.signIn().orElse(0));
    }

    @PUT
    @Path("avatar")
    @Consumes(MediaType.WILDCARD)
    public Me putAvatar(InputStream image) {
        return pictures.put(caller.require(), ChannelPicture.AVATAR, image);
    }

    @DELETE
    @Path("avatar")
    public Me deleteAvatar() {
        return pictures.delete(caller.require(), ChannelPicture.AVATAR);
    }

    @PUT
    @Path("banner")
    @Consumes(MediaType.WILDCARD)
    public Me putBanner(InputStream image) {
        return pictures.put(caller.require(), ChannelPicture.BANNER, image);
    }

    @DELETE
    @Path("banner")
    public Me deleteBanner() {
        return pictures.delete(caller.require(), ChannelPicture.BANNER);
    }
}
