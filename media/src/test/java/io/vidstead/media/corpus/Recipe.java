package io.vidstead.media.corpus;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How a file of fixtures.json is made.
 */
sealed interface Recipe {

    /**
     * Arguments of ffmpeg, separated by blanks, without the output. {@code PICTURE:size:rate:seconds} stands for a moving
     * picture whose upper left quarter is red, {@code SOUND:seconds} for a tone, {@code H264} for a quick encoder,
     * {@code FILE:name} for another fixture.
     */
    record Made(String arguments) implements Recipe {}

    /** The first {@code share} of the bytes of another fixture. */
    record Cut(String of, double share) implements Recipe {}

    record Written(String text) implements Recipe {}

    Pattern PICTURE = Pattern.compile("PICTURE:(\\S+?):(\\S+?):(\\S+)");
    Pattern SOUND = Pattern.compile("SOUND:(\\S+)");
    Pattern FILE = Pattern.compile("FILE:(\\S+)");

    static Recipe read(JsonNode entry) {
        if (entry.has("of")) {
            return new Cut(entry.path("of").asText(), entry.path("keep").asDouble());
        }
        return entry.has("text")
                ? new Written(entry.path("text").asText())
                : new Made(entry.path("make").asText());
    }

    /** The names of the fixtures that must be there before. */
    default List<String> needs() {
        return switch (this) {
            case Made(var arguments) ->
                FILE.matcher(arguments).results().map(match -> match.group(1)).toList();
            case Cut(var of, var _) -> List.of(of);
            case Written _ -> List.of();
        };
    }

    /** The arguments for ffmpeg, with {@code folder} holding the other fixtures. */
    static List<String> arguments(Made made, String folder) {
        var text = PICTURE.matcher(made.arguments)
                .replaceAll("-f lavfi -i testsrc2=s=$1:r=$2:d=$3,drawbox=w=iw/2:h=ih/2:c=red:t=fill");
        text = SOUND.matcher(text).replaceAll("-f lavfi -i anoisesrc=c=pink:a=0.1:s=1:r=48000:d=$1");
        text = FILE.matcher(text).replaceAll(Matcher.quoteReplacement(folder) + "/$1");
        text = text.replace("H264", "-c:v libx264 -preset ultrafast -g 25 -pix_fmt yuv420p");
        return Stream.of(text.split(" ")).toList();
    }
}
