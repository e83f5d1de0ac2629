package io.vidstead.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.vidstead.engines.limits.LocalRateLimiter;
import io.vidstead.kernel.Problem;
import io.vidstead.kernel.Settings;
import io.vidstead.kernel.http.ClientAddress;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LoginLimitsTest {

    private final LoginLimits limits = new LoginLimits(new LocalRateLimiter(), new Settings.Registration(true, 200));

    private void fail(String login, String address) {
        try (LoginLimits.Attempt attempt = limits.begin(login, address)) {
            attempt.failed();
        }
    }

    @Test
    void thoseUnderWayCountAsFailuresUntilTheyEnd() {
        fail("anna", "203.0.113.1");
        List<LoginLimits.Attempt> underWay = IntStream.range(1, LoginLimits.FAILURES_PER_ACCOUNT)
                .mapToObj(i -> limits.begin("anna", "203.0.113." + i))
                .toList();
        Problem problem = catchThrowableOfType(Problem.class, () -> limits.begin("anna", "198.51.100.7"));
        assertThat(problem.code()).isEqualTo("too_many_attempts");
        assertThat(problem.retryAfter().orElseThrow()).isPositive();
        assertThatCode(() -> limits.begin("bert", "198.51.100.7")).doesNotThrowAnyException();
        underWay.forEach(LoginLimits.Attempt::close); // all with the right password
        fail("anna", "198.51.100.7");
    }

    @Test
    void manyUnderWayFromOneAddressAreLimited() {
        for (int i = 0; i < LoginLimits.FAILURES_PER_ADDRESS; i++) {
            limits.begin("user" + i, "203.0.113.1");
        }
        assertThatThrownBy(() -> limits.begin("fresh", "203.0.113.1")).isInstanceOf(Problem.class);
        assertThatCode(() -> limits.begin("fresh", "203.0.113.2")).doesNotThrowAnyException();
    }

    @Test
    void oneAccountFromManyAddressesIsLimited() {
        for (int i = 0; i < LoginLimits.FAILURES_PER_ACCOUNT; i++) {
            String address = "203.0.113." + i;
            fail("anna", address);
        }
        Problem problem = catchThrowableOfType(Problem.class, () -> limits.begin("anna", "198.51.100.7"));
        assertThat(problem.status()).isEqualTo(429);
        assertThat(problem.retryAfter().orElseThrow().toMinutes()).isLessThanOrEqualTo(15);
        assertThatCode(() -> limits.begin("bert", "198.51.100.7")).doesNotThrowAnyException();
    }

    @Test
    void manyAccountsFromOneAddressAreLimited() {
        for (int i = 0; i < LoginLimits.FAILURES_PER_ADDRESS; i++) {
            String login = "user" + i;
            fail(login, "203.0.113.1");
        }
        assertThat(catchThrowableOfType(Problem.class, () -> limits.begin("fresh", "203.0.113.1"))
                        .code())
                .isEqualTo("too_many_attempts");
        assertThatCode(() -> limits.begin("fresh", "203.0.113.2")).doesNotThrowAnyException();
    }

    @Test
    void aHouseholdsIpv6AddressesAreOne() {
        assertThat(ClientAddress.network("2001:db8:1:2:aaaa::1"))
                .isEqualTo(ClientAddress.network("2001:db8:1:2:bbbb::9"));
        assertThat(ClientAddress.network("2001:db8:1:3::1")).isNotEqualTo(ClientAddress.network("2001:db8:1:2::1"));
        assertThat(ClientAddress.network("203.0.113.1")).isEqualTo("203.0.113.1");
    }
}
