package io.vidstead.accounts;

import io.vertx.core.http.HttpServerRequest;
import io.vidstead.accounts.Sessions.Device;
import io.vidstead.kernel.Caller;
import io.vidstead.kernel.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.NewCookie;
import java.time.Duration;

/** How the requesting program keeps its tokens: the web app in a cookie out of scripts' reach, others themselves. */
@ApplicationScoped
class RequestDevice {

    static final String COOKIE = "vs_refresh";
    private static final String CLIENT_HEADER = "X-Vidstead-Client";
    private static final String PATH = "/api/v1/auth";

    private final Caller caller;
    private final boolean siteIsSecure;

    RequestDevice(Caller caller, Settings.Site site) {
        this.caller = caller;
        this.siteIsSecure =
                site.url().filter(url -> url.getScheme().equals("https")).isPresent();
    }

    Device device() {
        return new Device(caller.userAgent(), caller.address());
    }

    boolean isWebApp(HttpServerRequest request) {
        return "web".equals(request.getHeader(CLIENT_HEADER));
    }

    NewCookie cookie(HttpServerRequest request, String refreshToken, Duration lifetime) {
        return new NewCookie.Builder(COOKIE)
                .value(refreshToken)
                .path(PATH)
                .maxAge(Math.toIntExact(Math.min(Integer.MAX_VALUE, lifetime.toSeconds())))
                .httpOnly(true)
                .secure(siteIsSecure || "https".equals(request.scheme()))
                .sameSite(NewCookie.SameSite.STRICT)
                .version(Cookie.DEFAULT_VERSION)
                .build();
    }

    NewCookie noCookie(HttpServerRequest request) {
        return cookie(request, "", Duration.ZERO);
    }
}
