package io.vidstead.media.encode;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidstead.media.FrameRate;
import io.vidstead.media.MediaInfo;
import io.vidstead.media.VideoStream;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LadderTest {
    private static final LadderProfile PROFILE = LadderProfile.balanced("superfast");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            7680x4320|2160p 3840x2160, 1440p 2560x1440, 1080p 1920x1080, 720p 1280x720, 480p 854x480, 360p 640x360, 240p 426x240, 144p 256x144
            3840x2160|2160p 3840x2160, 1440p 2560x1440, 1080p 1920x1080, 720p 1280x720, 480p 854x480, 360p 640x360, 240p 426x240, 144p 256x144
            2560x1440|1440p 2560x1440, 1080p 1920x1080, 720p 1280x720, 480p 854x480, 360p 640x360, 240p 426x240, 144p 256x144
            1920x1080|1080p 1920x1080, 720p 1280x720, 480p 854x480, 360p 640x360, 240p 426x240, 144p 256x144
            1920x1072|1080p 1920x1072, 720p 1290x720, 480p 860x480, 360p 644x360, 240p 430x240, 144p 258x144
            1080x1920|1080p 1080x1920, 720p 720x1280, 480p 480x854, 360p 360x640, 240p 240x426, 144p 144x256
            2160x3840|2160p 2160x3840, 1440p 1440x2560, 1080p 1080x1920, 720p 720x1280, 480p 480x854, 360p 360x640, 240p 240x426, 144p 144x256
            3440x1440|1440p 3440x1440, 1080p 2580x1080, 720p 1720x720, 480p 1146x480, 360p 860x360, 240p 574x240, 144p 344x144
            1280x720|720p 1280x720, 480p 854x480, 360p 640x360, 240p 426x240, 144p 256x144
            768x432|480p 768x432, 360p 640x360, 240p 426x240, 144p 256x144
            641x361|360p 640x360, 240p 426x240, 144p 256x144
            320x240|240p 320x240, 144p 192x144
            256x144|144p 256x144
            177x101|101p 176x100
            16x16|16p 16x16
            4000x100|100p 4000x100
            """)
    void neverEnlargesAndKeepsTheShape(String size, String expected) {
        var sides = size.split("x", 2);
        var rungs = Ladder.plan(info(Integer.parseInt(sides[0]), Integer.parseInt(sides[1]), "30", "30"), PROFILE);
        assertThat(rungs.stream()
                        .map(rung -> rung.name() + " " + rung.width() + "x" + rung.height())
                        .toList())
                .isEqualTo(List.of(expected.split(", ")));
    }

    @ParameterizedTest
    @CsvSource({
        "30000/1001,30000/1001,30000/1001",
        "25,25,25",
        "60,60,60",
        "60000/1001,60000/1001,60000/1001",
        "120,120,120/2",
        "240,240,240/4",
        "90000/1000,90,90000/2000",
        "13,90000,24",
        "29.7,60,30",
        "0/0,0/0,30",
        "0/0,25,25",
        "44,90,50"
    })
    void isNeverFasterThanSixtyFrames(String average, String nominal, String expected) {
        var rate = Ladder.frameRate(
                info(640, 360, fraction(average), fraction(nominal)).video());
        assertThat(rate.perSecond()).isEqualTo(FrameRate.parse(expected).perSecond());
    }

    private static String fraction(String rate) {
        return rate.contains(".") ? Math.round(Double.parseDouble(rate) * 1000) + "/1000" : rate;
    }

    @ParameterizedTest
    @CsvSource({"50,50", "60000/1001,60000/1001"})
    void keepsFiftyAndSixtyFramesInEveryRung(String average, String nominal) {
        var rungs = Ladder.plan(info(3840, 2160, average, nominal), PROFILE);
        assertThat(rungs)
                .hasSize(8)
                .allSatisfy(rung -> assertThat(rung.frameRate()).isEqualTo(FrameRate.parse(average)));
    }

    @ParameterizedTest
    @CsvSource({
        "BALANCED, superfast, superfast, 23, 18000 9000 5000 2800 1400 800 400 200",
        "HIGH, superfast, superfast, 20, 28000 14000 8000 5000 2500 1000 500 250",
        "ARCHIVE, superfast, medium, 16, 80000 48000 30000 16000 8000 5000 2500 1200",
        "ARCHIVE, slow, slow, 16, 80000 48000 30000 16000 8000 5000 2500 1200"
    })
    void capsAreThoseOfTheProfile(LadderProfile.Choice choice, String preset, String taken, int crf, String kilobits) {
        var plan = Ladder.fixed(info(3840, 2160, "30", "30"), LadderProfile.of(choice, preset));
        assertThat(plan.profile()).isEqualToIgnoringCase(choice.name());
        assertThat(plan.preset()).isEqualTo(taken);
        assertThat(plan.rungs()).allSatisfy(rung -> assertThat(rung.crf()).isEqualTo(crf));
        assertThat(plan.rungs().stream()
                        .map(rung -> Integer.toString(rung.maxBitrateBps() / 1000))
                        .toList())
                .isEqualTo(List.of(kilobits.split(" ")));
    }

    @Test
    void capsFastVideosHigher() {
        var slow = Ladder.plan(info(1280, 720, "30", "30"), PROFILE).getFirst();
        var fast = Ladder.plan(info(1280, 720, "60", "60"), PROFILE).getFirst();
        assertThat(slow.maxBitrateBps()).isEqualTo(2_800_000);
        assertThat(fast.maxBitrateBps()).isEqualTo(4_200_000);
    }

    @Test
    void beginsWithARungOf360pOrLower() {
        assertThat(Ladder.first(Ladder.plan(info(1920, 1080, "30", "30"), PROFILE))
                        .name())
                .isEqualTo("360p");
        assertThat(Ladder.first(Ladder.plan(info(360, 640, "30", "30"), PROFILE))
                        .name())
                .isEqualTo("360p");
        assertThat(Ladder.first(Ladder.plan(info(100, 100, "30", "30"), PROFILE))
                        .name())
                .isEqualTo("100p");
    }

    private static MediaInfo info(int width, int height, String average, String nominal) {
        var video = new VideoStream(
                0,
                "h264",
                "High",
                40,
                width,
                height,
                width,
                height,
                0,
                true,
                FrameRate.parse(average),
                FrameRate.parse(nominal),
                "yuv420p",
                8,
                false,
                false);
        return new MediaInfo("mp4", Duration.ofSeconds(10), 1000, 800, video, List.of());
    }
}
