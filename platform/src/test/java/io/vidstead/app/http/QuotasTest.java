package io.vidstead.app.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.vertx.core.http.HttpMethod;
import io.vidstead.kernel.Settings;
import io.vidstead.kernel.Settings.Limits.Profile;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuotasTest {

    private static Optional<Quotas> quotas(Profile profile, Optional<Integer> user, Optional<Integer> address) {
        return Quotas.of(new Settings.Limits(profile, user, address, List.of()), new Settings.Realtime(15_000, 500));
    }

    private static List<String> policies(Profile profile, RouteClass route, boolean signedIn) {
        return quotas(profile, Optional.empty(), Optional.empty()).orElseThrow().of(route, signedIn).stream()
                .map(Quota::policy)
                .toList();
    }

    @Test
    void theStrictProfileHasTheStrictNumbers() {
        assertThat(policies(Profile.STRICT, RouteClass.READ, true)).containsExactly("\"user\";q=100;w=900");
        assertThat(policies(Profile.STRICT, RouteClass.WRITE, false)).containsExactly("\"address\";q=100;w=900");
        assertThat(policies(Profile.STRICT, RouteClass.AUTH, false))
                .containsExactly("\"auth\";q=5;w=900", "\"address\";q=100;w=900");
    }

    @Test
    void theDefaultProfileCountsUsersAndAddressesApart() {
        assertThat(policies(Profile.DEFAULT, RouteClass.READ, true)).containsExactly("\"user\";q=600;w=60");
        assertThat(policies(Profile.DEFAULT, RouteClass.READ, false)).containsExactly("\"address\";q=300;w=60");
        assertThat(policies(Profile.DEFAULT, RouteClass.WRITE, true))
                .containsExactly("\"user-writes\";q=240;w=60", "\"user\";q=600;w=60");
        assertThat(policies(Profile.DEFAULT, RouteClass.REALTIME, false)).containsExactly("\"sockets\";q=500;w=60");
        assertThat(policies(Profile.DEFAULT, RouteClass.FREE, false)).isEmpty();
    }

    @Test
    void numbersOfOnesOwnReplaceTheProfiles() {
        Quotas own = quotas(Profile.STRICT, Optional.of(7), Optional.of(9)).orElseThrow();
        assertThat(own.of(RouteClass.READ, true).getFirst().policy()).isEqualTo("\"user\";q=7;w=60");
        assertThat(own.of(RouteClass.READ, false).getFirst().policy()).isEqualTo("\"address\";q=9;w=60");
        assertThat(quotas(Profile.OFF, Optional.of(7), Optional.empty())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/v1/videos, READ",
        "HEAD, /api/v1/tus/0ABC, READ",
        "POST, /api/v1/playlists, WRITE",
        "POST, /api/v1/auth/login, AUTH",
        "POST, /api/v1/auth/login/, AUTH",
        "POST, /api/v1/auth/refresh, WRITE",
        "GET, /api/v1/setup, READ",
        "POST, /api/v1/setup, AUTH",
        "PUT, /api/v1/videos/upload/0ABC/chunk, FREE",
        "POST, /api/v1/videos/upload/initiate, WRITE",
        "PATCH, /api/v1/tus/0ABC, FREE",
        "PATCH, /api/v1/me, WRITE",
        "GET, /ws, REALTIME",
        "GET, /ws/, REALTIME",
        "GET, /media/abc/master.m3u8, FREE",
        "GET, /watch/abc, FREE",
        "GET, /api/v10, FREE",
        "PUT, /internal/objects/x, FREE"
    })
    void routesAreOfAClass(String method, String path, RouteClass expected) {
        assertThat(RouteClass.of(HttpMethod.valueOf(method), path)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, 127.0.0.1, true",
        "127.0.0.1, 127.0.0.2, false",
        "10.0.0.0/8, 10.255.1.2, true",
        "10.0.0.0/8, 11.0.0.1, false",
        "10.1.128.0/17, 10.1.200.9, true",
        "10.1.128.0/17, 10.1.127.9, false",
        "::1, 0:0:0:0:0:0:0:1, true",
        "2001:db8::/32, 2001:db8:1::9, true",
        "2001:db8::/32, 10.0.0.1, false",
        "10.0.0.0/8, a-path, false"
    })
    void networksContainTheirAddresses(String network, String address, boolean contained) {
        assertThat(new Networks(List.of(network)).contain(address)).isEqualTo(contained);
    }

    @Test
    void aNetworkOfTooManyBitsIsNone() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Networks(List.of("10.0.0.0/33")));
    }
}
