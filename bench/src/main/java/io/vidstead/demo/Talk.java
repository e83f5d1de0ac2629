package io.vidstead.demo;

import java.util.List;
import java.util.Map;

/** What the demo's people say, like, follow and keep. */
final class Talk {

    /** Somebody without a channel of their own. */
    record Visitor(String username, String name) {}

    /** What somebody says below a video, and what is answered. */
    record Remark(String author, String words, List<Remark> answers) {}

    /** A list of videos, by their titles. */
    record Shelf(String owner, String title, String description, String privacy, List<String> videos) {}

    /** How far somebody watched a video. @param part of its length, up to 1 */
    record Watched(String viewer, String video, double part) {}

    static final List<Visitor> VISITORS =
            List.of(new Visitor("ines", "Inês Duarte"), new Visitor("jonas", "Jonas Weber"));

    static final String DIVE = "Sailing into the Mandelbrot set";
    static final String LIFE = "Conway's Game of Life, one minute from a random start";
    static final String RULE = "Rule 110: a universe in one line";
    static final String CARPET = "Sierpiński's carpet, walked";
    static final String BARS = "Colour bars and tone: is your screen right?";
    static final String ZONES = "Zone plate: the torture test for scalers";
    static final String COUNTED = "60 frames a second, counted";
    static final String EVENING = "Ein Abend in Farben";
    static final String RAIN = "Regen auf dem Blechdach";
    static final String MORSE = "Morse code for beginners";

    private Talk() {}

    /** By the video's title. */
    static Map<String, List<Remark>> remarks() {
        return Map.of(
                DIVE,
                List.of(
                        says(
                                "ines",
                                "The moment at 0:12 where the first **sea horse** comes out of nowhere. I have seen it"
                                        + " five times now and it still surprises me.",
                                says("mira", "That is the one I made the film for. 🙂"),
                                says(
                                        "testcard",
                                        "Stop it at 0:18 and count the spirals. Then try again a second later."),
                                says("ines", "@testcard seven, and then I lost count.")),
                        says(
                                "jonas",
                                "Which colours are these? I tried `log(n)/log(max)` and got mud.",
                                says(
                                        "mira",
                                        "Smooth iteration counts first, then the palette: *n + 1 − log₂(log|z|)*."
                                                + " It is explained well at https://en.wikipedia.org/wiki/Mandelbrot_set")),
                        says("streetlevel", "From a car park to this in one click. What a site."),
                        says("klangraum", "Der Akkord passt erstaunlich gut. A-Dur?")),
                LIFE,
                List.of(
                        says(
                                "jonas",
                                "Somebody please count the gliders.",
                                says("ines", "Eleven. Twelve, if you are kind.")),
                        says("testcard", "Nice and sharp even when scaled. _Neighbour_, I suppose?")),
                EVENING,
                List.of(
                        says("mira", "Zwanzig Sekunden Urlaub. Danke!"),
                        says("ines", "I keep this open beside my work.", says("klangraum", "Genau dafür ist es da."))),
                BARS,
                List.of(says("streetlevel", "My screen was *not* right. It is now. Thank you.")));
    }

    /** What first-line moderation keeps back, for the queue of the video's owner. */
    static final Remark ADVERTISING =
            says("jonas", "Great video, check out my channel for free wallpapers http://a.example http://b.example");

    static final List<Shelf> SHELVES = List.of(
            new Shelf(
                    "mira",
                    "Things that grow from a rule",
                    "Small rules, large worlds.",
                    "public",
                    List.of(RULE, LIFE, CARPET, DIVE)),
            new Shelf("mira", "For the lecture on Monday", "", "private", List.of(LIFE, COUNTED)),
            new Shelf(
                    "testcard",
                    "Check your screen in a minute",
                    "Top to bottom, in this order.",
                    "public",
                    List.of(BARS, ZONES, COUNTED)),
            new Shelf("klangraum", "Zum Einschlafen", "", "public", List.of(RAIN, EVENING)));

    static final List<String> LATER = List.of(RAIN, MORSE, ZONES);

    /** Who follows whom. */
    static final Map<String, List<String>> FOLLOWS = Map.of(
            "mira", List.of("testcard", "klangraum", "streetlevel"),
            "testcard", List.of("mira"),
            "klangraum", List.of("mira", "streetlevel"),
            "streetlevel", List.of("mira", "testcard"),
            "ines", List.of("mira", "klangraum"),
            "jonas", List.of("mira", "testcard"));

    static final Map<String, List<String>> LIKES = Map.of(
            "mira", List.of(EVENING, ZONES, MORSE, COUNTED),
            "testcard", List.of(DIVE, LIFE),
            "klangraum", List.of(DIVE, RULE),
            "streetlevel", List.of(DIVE, BARS, EVENING),
            "ines", List.of(DIVE, LIFE, EVENING, RAIN),
            "jonas", List.of(DIVE, RULE, MORSE));

    static final List<Watched> WATCHED = List.of(
            new Watched("mira", MORSE, 0.35),
            new Watched("mira", ZONES, 1),
            new Watched("mira", RAIN, 0.6),
            new Watched("mira", EVENING, 0.15),
            new Watched("ines", DIVE, 0.5));

    private static Remark says(String author, String words, Remark... answers) {
        return new Remark(author, words, List.of(answers));
    }
}
