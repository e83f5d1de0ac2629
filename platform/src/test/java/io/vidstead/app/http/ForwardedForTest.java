package io.vidstead.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForwardedForTest {

    @ParameterizedTest
    @CsvSource({
        "203.0.113.9, 203.0.113.9",
        "203.0.113.9:4711, 203.0.113.9",
        "2001:db8::9, 2001:db8::9",
        "[2001:db8::9], 2001:db8::9",
        "[2001:db8::9]:443, 2001:db8::9",
        "[, ["
    })
    void someProxiesNameThePortToo(String told, String address) {
        assertThat(ForwardedFor.withoutPort(told)).isEqualTo(address);
    }

    @ParameterizedTest
    @CsvSource({
        "203.0.113.9, 203.0.113.9",
        "127.0.0.1 203.0.113.9, 203.0.113.9",
        "198.51.100.1 203.0.113.9 10.0.0.7, 203.0.113.9",
        "made-up 2001:db8::9 10.0.0.7, 2001:db8::9",
        "198.51.100.1 2001:db8::9 ::1, 2001:db8::9",
        "10.0.0.9 10.0.0.7, 10.0.0.9"
    })
    void theLastAddressThatIsNoProxysIsTheClients(String addresses, String client) {
        var trusted = new Networks(List.of("10.0.0.0/8", "::1"));
        assertThat(ForwardedFor.client(List.of(addresses.split(" ")), trusted)).isEqualTo(client);
    }
}
