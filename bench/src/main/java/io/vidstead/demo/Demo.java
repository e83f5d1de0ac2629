package io.vidstead.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.vidstead.media.tools.FfmpegTools;
import io.vidstead.outside.Folders;
import io.vidstead.outside.Person;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Fills the site at the address given with the demo's channels and videos. */
public final class Demo {

    private static final Duration LIMIT = Duration.ofMinutes(15);

    private final URI site;
    private final Studio studio;
    private final Path clips;
    private final Map<String, Person> people = new HashMap<>();
    private final Map<String, Set<String>> shown = new HashMap<>();

    private Demo(URI site, Studio studio, Path clips) {
        this.site = site;
        this.studio = studio;
        this.clips = clips;
    }

    /** @param arguments the site's address, the folder for ffmpeg, the folder of real clips */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path folder = Folders.temporary("demo");
        try {
            Path ffmpeg = FfmpegTools.packaged(Path.of(arguments[1])).ffmpeg();
            new Demo(URI.create(arguments[0]), new Studio(ffmpeg, folder), Path.of(arguments[2])).run();
        } finally {
            Folders.remove(folder);
        }
    }

    private void run() throws IOException, InterruptedException {
        for (Script.Channel channel : Script.CHANNELS) {
            open(channel);
        }
        Audience audience = new Audience(site);
        for (Scene scene : Script.scenes(clips)) {
            show(scene, audience);
        }
        for (Talk.Visitor visitor : Talk.VISITORS) {
            admit(visitor);
        }
        say("They talk, like, follow and collect …");
        new Community(people).gather();
        say("The audience is watching for some seconds …");
        audience.watch();
        people.values().forEach(Person::close);
        say("Done: " + site);
    }

    private void admit(Talk.Visitor visitor) throws IOException, InterruptedException {
        Person person = Person.named(site, visitor.username());
        people.put(visitor.username(), person);
        person.patch("/api/v1/me", Map.of("display_name", visitor.name()));
    }

    private void open(Script.Channel channel) throws IOException, InterruptedException {
        Person person = Person.named(site, channel.username());
        people.put(channel.username(), person);
        JsonNode profile = person.read("/api/v1/me");
        if (profile.path("avatar_url").isNull()) {
            person.patch(
                    "/api/v1/me",
                    Map.of(
                            "display_name", channel.name(),
                            "channel_name", channel.name(),
                            "channel_description", channel.description()));
            person.putPicture("/api/v1/me/avatar", studio.avatar(channel));
        }
        Set<String> titles = new HashSet<>();
        for (JsonNode video : person.read("/api/v1/me/videos?limit=100").path("videos")) {
            titles.add(video.path("title").asText());
        }
        shown.put(channel.username(), titles);
        say(channel.name() + ": " + titles.size() + " videos so far");
    }

    private void show(Scene scene, Audience audience) throws IOException, InterruptedException {
        String title = scene.details().title();
        if (shown.getOrDefault(scene.owner(), Set.of()).contains(title)) {
            return;
        }
        Person owner = people.get(scene.owner());
        if (owner == null) {
            throw new IllegalStateException("nobody is called " + scene.owner());
        }
        say("  " + title);
        String id = owner.upload(studio.film(scene), scene.details()).videoId();
        owner.awaitPlayable(id, LIMIT);
        for (Map.Entry<String, String> captions : Script.captions(title).entrySet()) {
            owner.bringCaptions(id, captions.getKey(), captions.getValue());
        }
        audience.seat(id, scene.views());
    }

    private static void say(String words) {
        System.out.println(words);
    }
}
