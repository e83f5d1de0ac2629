package io.vidstead.kernel.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidstead.kernel.http.ByteRange.Part;
import io.vidstead.kernel.http.ByteRange.Refused;
import io.vidstead.kernel.http.ByteRange.Whole;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteRangeTest {

    @ParameterizedTest
    @CsvSource({
        "bytes=0-0, 0, 1",
        "bytes=0-, 0, 1000",
        "bytes=999-, 999, 1",
        "bytes=10-19, 10, 10",
        "bytes=990-2000, 990, 10",
        "bytes=-1, 999, 1",
        "bytes=-5000, 0, 1000",
        "Bytes= 5-6 , 5, 2",
        "bytes=0-999999999999999999, 0, 1000"
    })
    void oneRangeIsServed(String header, long offset, long length) {
        assertThat(ByteRange.parse(header, 1000)).isEqualTo(new Part(offset, length));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=1000-", "bytes=1000-1001", "bytes=-0", "bytes=0-1,3-4", "bytes=0-,0-"})
    void whatCannotBeServedIsRefused(String header) {
        assertThat(ByteRange.parse(header, 1000)).isEqualTo(new Refused());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "bytes",
                "bytes=",
                "bytes=-",
                "bytes=a-b",
                "bytes=5-4",
                "items=0-1",
                "bytes=0--1",
                "bytes=1-2x"
            })
    void whatIsNoRangeIsIgnored(String header) {
        assertThat(ByteRange.parse(header, 1000)).isEqualTo(new Whole());
    }

    @Test
    void aThousandRangesAreRefusedAtOnce() {
        String header =
                IntStream.range(0, 1000).mapToObj(i -> i + "-" + i).collect(Collectors.joining(",", "bytes=", ""));
        assertThat(ByteRange.parse(header, 1_000_000)).isEqualTo(new Refused());
    }

    @Test
    void nothingOfAnEmptyFileCanBeServed() {
        assertThat(ByteRange.parse("bytes=0-", 0)).isEqualTo(new Refused());
        assertThat(ByteRange.parse("bytes=-1", 0)).isEqualTo(new Refused());
        assertThat(ByteRange.parse(null, 0)).isEqualTo(new Whole());
    }

    @Test
    void anyHeaderGivesAPartOfTheFile() {
        var random = new Random(7);
        String alphabet = "bytes=0123456789-, \tx";
        for (int i = 0; i < 200_000; i++) {
            String tail = random.ints(random.nextInt(25), 0, alphabet.length())
                    .mapToObj(at -> alphabet.substring(at, at + 1))
                    .collect(Collectors.joining());
            long size = random.nextLong(5000);
            if (ByteRange.parse("bytes=" + tail, size) instanceof Part part) {
                assertThat(part.offset()).isBetween(0L, size - 1);
                assertThat(part.length()).isBetween(1L, size - part.offset());
            }
        }
    }
}
