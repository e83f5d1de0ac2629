package io.vidstead.accounts;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import io.vidstead.accounts.Sessions.Session;
import io.vidstead.kernel.Caller;
import io.vidstead.kernel.Problem;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** Registration, signing in and out, and the site's first administrator. */
@Path("/api/v1")
@RunOnVirtualThread
class AuthResource {

    private final Registration registration;
    private final Sessions sessions;
    private final Setup setup;
    private final Members members;
    private final RequestDevice devices;
    private final Caller caller;

    AuthResource(
            Registration registration,
            Sessions sessions,
            Setup setup,
            Members members,
            RequestDevice devices,
            Caller caller) {
        this.registration = registration;
        this.sessions = sessions;
        this.setup = setup;
        this.members = members;
        this.devices = devices;
        this.caller = caller;
    }

    @POST
    @Path("auth/register")
    public Response register(@NotNull @Valid Requests.Register body, @Context HttpServerRequest request) {
        Session session = registration.register(body.applicant(), devices.device());
        return signedIn(Response.status(Response.Status.CREATED), session, request);
    }

    @POST
    @Path("auth/login")
    public Response login(@NotNull @Valid Requests.Login body, @Context HttpServerRequest request) {
        return signedIn(Response.ok(), sessions.login(body.login(), body.password(), devices.device()), request);
    }

    @POST
    @Path("auth/refresh")
    public Response refresh(
            @Valid Requests.@Nullable Refresh body,
            @CookieParam(RequestDevice.COOKIE) @Nullable String cookie,
            @Context HttpServerRequest request) {
        String token = token(body, cookie, request);
        if (token == null || token.isEmpty()) {
            throw Problem.unauthenticated("no_refresh_token", "Sign in first.");
        }
        return signedIn(Response.ok(), sessions.refresh(token, devices.isWebApp(request)), request);
    }

    @POST
    @Path("auth/logout")
    public Response logout(
            @Valid Requests.@Nullable Refresh body,
            @CookieParam(RequestDevice.COOKIE) @Nullable String cookie,
            @Context HttpServerRequest request) {
        String token = token(body, cookie, request);
        if (token != null) {
            sessions.logout(token);
        }
        caller.signIn().ifPresent(sessions::end);
        return signedOut(request);
    }

    @POST
    @Path("auth/logout-everywhere")
    public Response logoutEverywhere(@Context HttpServerRequest request) {
        sessions.endAll(caller.require());
        return signedOut(request);
    }

    @GET
    @Path("setup")
    public Answers.NeedsAdministrator needsAdministrator() {
        return new Answers.NeedsAdministrator(setup.needsAdministrator());
    }

    @POST
    @Path("setup")
    public Response createAdministrator(
            @NotNull @Valid Requests.FirstAdministrator body, @Context HttpServerRequest request) {
        Session session = setup.createAdministrator(body.token(), body.applicant(), devices.device());
        return signedIn(Response.status(Response.Status.CREATED), session, request);
    }

    private @Nullable String token(
            Requests.@Nullable Refresh body, @Nullable String cookie, HttpServerRequest request) {
        if (devices.isWebApp(request)) {
            return cookie;
        }
        return body == null ? null : body.refreshToken();
    }

    private Response signedIn(Response.ResponseBuilder response, Session session, HttpServerRequest request) {
        boolean webApp = devices.isWebApp(request);
        if (webApp) {
            response.cookie(devices.cookie(request, session.refreshToken(), session.refreshLifetime()));
        }
        return response.header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(new Answers.Tokens(
                        session.access().token(),
                        "Bearer",
                        session.access().lifetime().toSeconds(),
                        webApp ? null : session.refreshToken(),
                        members.require(session.user())))
                .build();
    }

    private Response signedOut(HttpServerRequest request) {
        Response.ResponseBuilder response = Response.noContent();
        return (devices.isWebApp(request) ? response.cookie(devices.noCookie(request)) : response).build();
    }
}
