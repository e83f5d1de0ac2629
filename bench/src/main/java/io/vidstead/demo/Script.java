package io.vidstead.demo;

import io.vidstead.demo.Scene.Clip;
import io.vidstead.demo.Scene.Drawn;
import io.vidstead.demo.Scene.Pictures;
import io.vidstead.outside.Person.Details;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The demo's people and videos. */
final class Script {

    /**
     * A channel.
     *
     * @param colour of its avatar, as ffmpeg names it
     * @param accent of its second half
     */
    record Channel(String username, String name, String description, String colour, String accent) {}

    static final List<Channel> CHANNELS = List.of(
            new Channel(
                    "mira",
                    "Mira's Maths",
                    "Shapes that go on for ever, drawn one frame at a time.",
                    "0x2f4b7c",
                    "0xffa600"),
            new Channel(
                    "testcard",
                    "Test Card",
                    "Is it the screen, the cable or your eyes? Patterns to find out.",
                    "0x1b998b",
                    "0xfffd82"),
            new Channel(
                    "klangraum",
                    "Klangraum",
                    "Töne, die man sehen kann. Videos auf Deutsch und ohne Worte.",
                    "0x5f0f40",
                    "0xfb8b24"),
            new Channel(
                    "streetlevel",
                    "Street Level",
                    "Cars, people, pavements: a fixed camera and some patience.",
                    "0x33415c",
                    "0xe07a5f"));

    private static final List<String> H264 = List.of(
            "-c:v",
            "libx264",
            "-preset",
            "veryfast",
            "-crf",
            "24",
            "-g",
            "60",
            "-pix_fmt",
            "yuv420p",
            "-c:a",
            "aac",
            "-b:a",
            "128k",
            "-movflags",
            "+faststart");
    private static final List<String> VP9 = List.of(
            "-c:v",
            "libvpx-vp9",
            "-deadline",
            "realtime",
            "-cpu-used",
            "8",
            "-b:v",
            "1M",
            "-pix_fmt",
            "yuv420p",
            "-c:a",
            "libopus");

    private static final String CHORD =
            "aevalsrc=0.1*sin(2*PI*220*t)+0.1*sin(2*PI*277.18*t)+0.1*sin(2*PI*329.63*t)*sin(2*PI*0.2*t):s=48000";
    private static final String BELLS =
            "aevalsrc=0.3*exp(-3*mod(t\\,1))*sin(2*PI*(440+110*mod(floor(t)*2\\,5))*t):s=48000";
    private static final String DIT_DAH =
            "aevalsrc=0.3*sin(2*PI*600*t)*lt(mod(t\\,0.6)\\,0.2+0.2*lt(mod(t\\,3.6)\\,1.8)):" + "s=48000";
    /** A bell a second with its overtones. */
    private static final String CHIMES = "aevalsrc=0.2*exp(-3*mod(t\\,1))*("
            + "sin(2*PI*(440+110*mod(floor(t)*2\\,5))*t)"
            + "+0.6*sin(4*PI*(440+110*mod(floor(t)*2\\,5))*t)"
            + "+0.4*sin(6.4*PI*(440+110*mod(floor(t)*2\\,5))*t)):s=48000";

    /** After a source of sound: the sound itself, and a picture of it. */
    private static final String SPECTRUM = ",asplit[x][out1];[x]showspectrum=size=480x270:slide=scroll:color=magma"
            + ":fscale=log:scale=cbrt:gain=2:start=200:stop=4000,fps=30,scale=1280:720[out0]";

    private static final String WAVES =
            ",asplit[x][out1];[x]showwaves=size=1280x720:rate=30:mode=cline:colors=0xffa600[out0]";

    private static final String RAIN = "anoisesrc=color=pink:amplitude=0.25:sample_rate=48000";

    private static final String MANDELBROT = "Sailing into the Mandelbrot set";

    private static final String DIVE = """
            WEBVTT

            00:00:00.500 --> 00:00:04.000
            This is the Mandelbrot set, seen from afar.

            00:00:04.500 --> 00:00:09.500
            Everything black stays small for ever, however often one squares it and adds where it began.

            00:00:10.000 --> 00:00:14.000
            Here is the shore. It looks smooth, but it is not.

            00:00:14.500 --> 00:00:19.000
            Between the large disc and the heart lies the valley of the sea horses.

            00:00:19.500 --> 00:00:23.500
            Each tail ends in a spiral, and each spiral holds a set like the first.
            """;

    private static final String TAUCHGANG = """
            WEBVTT

            00:00:00.500 --> 00:00:04.000
            Das ist die Mandelbrotmenge, von weitem gesehen.

            00:00:04.500 --> 00:00:09.500
            Was schwarz ist, bleibt für immer klein, so oft man es auch quadriert und den Anfang dazuzählt.

            00:00:10.000 --> 00:00:14.000
            Hier ist das Ufer. Es sieht glatt aus, aber das täuscht.

            00:00:14.500 --> 00:00:19.000
            Zwischen der großen Scheibe und dem Herzen liegt das Tal der Seepferdchen.

            00:00:19.500 --> 00:00:23.500
            Jeder Schwanz endet in einer Spirale, und in jeder Spirale steckt eine Menge wie die erste.
            """;

    private Script() {}

    /** What is said in a video, as WebVTT by language; of most nothing. */
    static Map<String, String> captions(String title) {
        return title.equals(MANDELBROT) ? Map.of("en", DIVE, "de", TAUCHGANG) : Map.of();
    }

    /**
     * All videos; those whose real clips are not there are left out.
     *
     * @param clips folder of the real clips
     */
    static List<Scene> scenes(Path clips) {
        List<Scene> scenes = new ArrayList<>(maths());
        scenes.addAll(patterns());
        scenes.addAll(sounds());
        scenes.addAll(street(clips));
        return scenes;
    }

    private static List<Scene> maths() {
        return List.of(
                new Scene(
                        "mira",
                        new Details(
                                MANDELBROT,
                                "A slow dive towards the sea-horse valley. The deeper one goes, the more there is.\n\n"
                                        + "0:00 From afar\n0:10 The shore",
                                "science",
                                List.of("fractal", "mandelbrot", "mathematics"),
                                "public"),
                        24,
                        h264("mandelbrot=size=854x480:rate=25:end_scale=0.02:end_pts=600,format=yuv420p", CHORD, 24)),
                new Scene(
                        "mira",
                        new Details(
                                "Conway's Game of Life, one minute from a random start",
                                "Every cell lives or dies by its eight neighbours, and still there is something like"
                                        + " weather.",
                                "education",
                                List.of("game of life", "cellular automaton"),
                                "public"),
                        15,
                        h264(
                                "life=size=320x180:rate=20:ratio=0.12:mold=12:death_color=#803020:mold_color=#201810"
                                        + ":life_color=#ffd9a0,scale=1280:720:flags=neighbor",
                                "",
                                60)),
                new Scene(
                        "mira",
                        new Details(
                                "Rule 110: a universe in one line",
                                "Each row follows from the one above it. It can compute anything that can be computed.",
                                "science",
                                List.of("cellular automaton", "rule 110", "computing"),
                                "public"),
                        9,
                        h264("cellauto=rule=110:size=640x360:rate=30,scale=1280:720:flags=neighbor", BELLS, 20)),
                new Scene(
                        "mira",
                        new Details(
                                "Sierpiński's carpet, walked",
                                "No area, infinite edge, and quite good to look at.",
                                "science",
                                List.of("fractal", "sierpinski"),
                                "public"),
                        6,
                        h264("sierpinski=size=1280x720:rate=30:seed=7", CHORD, 15)));
    }

    private static List<Scene> patterns() {
        return List.of(
                new Scene(
                        "testcard",
                        new Details(
                                "Colour bars and tone: is your screen right?",
                                "SMPTE bars at 1080p and a 1 kHz tone at −20 dB.",
                                "howto",
                                List.of("test pattern", "smpte", "calibration"),
                                "public"),
                        12,
                        h264(
                                "smptehdbars=size=1920x1080:rate=30",
                                "sine=frequency=1000:sample_rate=48000,volume=0.1",
                                12)),
                new Scene(
                        "testcard",
                        new Details(
                                "Zone plate: the torture test for scalers",
                                "Rings that get finer towards the corners. Where they turn into waves that are not"
                                        + " there, something was left out.",
                                "science",
                                List.of("test pattern", "zone plate", "aliasing"),
                                "public"),
                        7,
                        h264("zoneplate=size=1920x1080:rate=30:kx2=150:ky2=150:kt=40", "", 10)),
                new Scene(
                        "testcard",
                        new Details(
                                "60 frames a second, counted",
                                "A moving chart with a running counter. Stop it anywhere: no number may be missing.",
                                "howto",
                                List.of("test pattern", "60 fps"),
                                "public"),
                        5,
                        h264("testsrc2=size=1280x720:rate=60", BELLS, 8)),
                new Scene(
                        "testcard",
                        new Details(
                                "An old format, still welcome (VP9 in WebM)",
                                "Not every file is H.264. This one is converted on the way in.",
                                "education",
                                List.of("webm", "vp9"),
                                "unlisted"),
                        2,
                        new Drawn("testsrc=size=640x480:rate=25", "sine=frequency=330", 6, VP9, "webm")));
    }

    private static List<Scene> sounds() {
        return List.of(
                new Scene(
                        "klangraum",
                        new Details(
                                "Ein Abend in Farben",
                                "Zwanzig Sekunden Abendhimmel, gerechnet statt gefilmt. Dazu ein Dreiklang in A-Dur.",
                                "music",
                                List.of("farben", "ruhe", "abend"),
                                "public"),
                        18,
                        h264(
                                "gradients=size=1920x1080:rate=30:c0=0x1d2671:c1=0xc33764:c2=0xff9068:c3=0x2b1055:n=4:"
                                        + "speed=0.006:seed=3",
                                CHORD,
                                20)),
                new Scene(
                        "klangraum",
                        new Details(
                                "Regen auf dem Blechdach",
                                "Eine Minute Regen zum Einschlafen, hochkant fürs Telefon.",
                                "music",
                                List.of("regen", "schlafen", "rauschen"),
                                "public"),
                        11,
                        h264(
                                "gradients=size=608x1080:rate=24:c0=0x0f2027:c1=0x2c5364:n=2:speed=0.003:seed=9,"
                                        + "noise=alls=14:allf=t",
                                RAIN,
                                60)),
                new Scene(
                        "klangraum",
                        new Details(
                                "Hören und sehen: ein Ton wird zum Bild",
                                "Unten tief, oben hoch, hell ist laut: so sieht ein Glockenspiel aus, Oberton für Oberton.",
                                "education",
                                List.of("ton", "spektrum"),
                                "public"),
                        4,
                        h264(CHIMES + SPECTRUM, "", 24)),
                new Scene(
                        "klangraum",
                        new Details(
                                "Morse code for beginners",
                                "Short, long, pause. Listen first, read later.",
                                "education",
                                List.of("morse", "radio"),
                                "public"),
                        8,
                        h264(DIT_DAH + WAVES, "", 14)));
    }

    private static List<Scene> street(Path clips) {
        List<Scene> scenes = new ArrayList<>();
        Path cars = clips.resolve("car-detection.mp4");
        if (Files.exists(cars)) {
            scenes.add(new Scene(
                    "streetlevel",
                    new Details(
                            "Cars on a car park, seen from above",
                            "A fixed camera, real cars. Clip by intel-iot-devkit/sample-videos, CC-BY-4.0.",
                            "autos",
                            List.of("cars", "parking", "traffic"),
                            "public"),
                    31,
                    new Clip(cars)));
        }
        Path people = clips.resolve("one-by-one-person-detection.mp4");
        if (Files.exists(people)) {
            scenes.add(new Scene(
                    "streetlevel",
                    new Details(
                            "One by one: people walking past",
                            "Nobody in a hurry. Clip by intel-iot-devkit/sample-videos, CC-BY-4.0.",
                            "people",
                            List.of("people", "walking"),
                            "public"),
                    14,
                    new Clip(people)));
        }
        return scenes;
    }

    private static Pictures h264(String video, String audio, int seconds) {
        return new Drawn(video, audio, seconds, H264, "mp4");
    }
}
